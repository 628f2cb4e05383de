/**
 * What is measured against what: arms that run their forks and record themselves, and in which
 * order.
 */
@NullMarked
package dev.plumbline.runners.measure.arm;

import org.jspecify.annotations.NullMarked;
