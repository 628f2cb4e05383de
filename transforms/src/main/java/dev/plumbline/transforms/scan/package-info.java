/** What a scan of a table finds out. */
@NullMarked
package dev.plumbline.transforms.scan;

import org.jspecify.annotations.NullMarked;
