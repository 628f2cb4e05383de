/** From the raw part of a measurement to its figures; a pure function. */
@NullMarked
package dev.plumbline.runners.measure.analysis;

import org.jspecify.annotations.NullMarked;
