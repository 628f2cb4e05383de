/** The duckdb_scan stage. */
@NullMarked
package dev.plumbline.transforms.scan;

import org.jspecify.annotations.NullMarked;
