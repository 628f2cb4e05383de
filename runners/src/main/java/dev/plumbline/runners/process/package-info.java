/**
 * The one way to start a JVM of ours, watch it, end it and get its answer: class path and class
 * archive, the request that it reads and the outcome that it leaves, and the launcher of a run.
 */
@NullMarked
package dev.plumbline.runners.process;

import org.jspecify.annotations.NullMarked;
