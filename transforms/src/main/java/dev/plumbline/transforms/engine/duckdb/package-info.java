/** DuckDB, in this process through JDBC. */
@NullMarked
package dev.plumbline.transforms.engine.duckdb;

import org.jspecify.annotations.NullMarked;
