/**
 * Files of a user's, loaded to be served by the local mine: CSV, TSV, JSON lines and Parquet.
 *
 * <p>A file is read twice: once to take its types and its size, which must fit into a third of the
 * heap, and once to fill columns of that size. Text files are read by the mine's own readers, since
 * DuckDB passes over blank lines and surplus empty fields in CSV and writes JSON's numbers anew;
 * Parquet is read by DuckDB.
 */
@NullMarked
package dev.plumbline.runners.mine.userdata;

import org.jspecify.annotations.NullMarked;
