/**
 * What carries a pipeline: a class for each runner, and the one list of them. Whoever adds a runner
 * adds a class and a line.
 */
@NullMarked
package dev.plumbline.runners.runner;

import org.jspecify.annotations.NullMarked;
