/** Packed pages kept on disk while a run is timed, to be written in their order afterwards. */
@NullMarked
package dev.plumbline.transforms.spill;

import org.jspecify.annotations.NullMarked;
