/** The engines' cores in a plain loop, beside the same work in a program that does nothing else. */
@NullMarked
package dev.plumbline.runners.microbench.engines;

import org.jspecify.annotations.NullMarked;
