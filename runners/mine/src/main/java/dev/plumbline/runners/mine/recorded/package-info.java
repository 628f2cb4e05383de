/** Recordings of a mine's answers, as they lie on the disk. */
@NullMarked
package dev.plumbline.runners.mine.recorded;

import org.jspecify.annotations.NullMarked;
