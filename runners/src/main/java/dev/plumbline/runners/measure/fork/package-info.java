/** A fork: one arm of one block in a process of its own. */
@NullMarked
package dev.plumbline.runners.measure.fork;

import org.jspecify.annotations.NullMarked;
