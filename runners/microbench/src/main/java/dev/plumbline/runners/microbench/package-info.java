/**
 * Micro-benchmarks of the cores, on JMH: each proves outside its timed part that it did the work,
 * and has no time otherwise.
 */
@NullMarked
package dev.plumbline.runners.microbench;

import org.jspecify.annotations.NullMarked;
