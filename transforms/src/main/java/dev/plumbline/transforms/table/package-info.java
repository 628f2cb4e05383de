/** A table of written files: how pages become one, and stages that work on one as a whole. */
@NullMarked
package dev.plumbline.transforms.table;

import org.jspecify.annotations.NullMarked;
