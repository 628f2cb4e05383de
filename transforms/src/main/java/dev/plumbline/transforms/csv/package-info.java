/** The csv_write stage: packed pages into CSV files, with their schema beside them. */
@NullMarked
package dev.plumbline.transforms.csv;

import org.jspecify.annotations.NullMarked;
