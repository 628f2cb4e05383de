/**
 * One run: the mine that serves it, the pipeline on its runner, timed, the proof behind the clock,
 * and what a person reads of it.
 */
@NullMarked
package dev.plumbline.runners.run;

import org.jspecify.annotations.NullMarked;
