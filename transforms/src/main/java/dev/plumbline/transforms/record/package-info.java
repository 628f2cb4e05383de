/** Recorded pages: the raw answers of a mine on disk, with their requests and digests. */
@NullMarked
package dev.plumbline.transforms.record;

import org.jspecify.annotations.NullMarked;
