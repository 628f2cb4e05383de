/** The raw part of a measurement: what every fork brought, one JSON line each. */
@NullMarked
package dev.plumbline.runners.measure.raw;

import org.jspecify.annotations.NullMarked;
