/** What the join engines join: the canonical tables, and their joined relation. */
@NullMarked
package dev.plumbline.transforms.join;

import org.jspecify.annotations.NullMarked;
