/** Row streams: a table as JSON lines, written from packed pages and read into them. */
@NullMarked
package dev.plumbline.transforms.rowstream;

import org.jspecify.annotations.NullMarked;
