/** The ELT pipeline: export, load as Parquet, transform in DuckDB. */
@NullMarked
package dev.plumbline.pipelines.elt;

import org.jspecify.annotations.NullMarked;
