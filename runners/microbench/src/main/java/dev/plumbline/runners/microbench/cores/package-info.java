/** The cores of the stages, and what each could cost at least: one benchmark a class. */
@NullMarked
package dev.plumbline.runners.microbench.cores;

import org.jspecify.annotations.NullMarked;
