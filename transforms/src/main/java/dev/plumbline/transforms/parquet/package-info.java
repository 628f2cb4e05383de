/** The parquet_write stage: packed pages in, Parquet files out. */
@NullMarked
package dev.plumbline.transforms.parquet;

import org.jspecify.annotations.NullMarked;
