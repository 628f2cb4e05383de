package dev.plumbline.transforms.parquet;

import java.io.Serializable;

/**
 * A row group of a Parquet file: the piece that a reader takes at once.
 *
 * @param file the file's absolute path
 * @param number its number in the file, counted from 0
 * @param firstRow how many rows of the file come before it
 * @param rows its rows
 * @param sizeBytes its size in the file, all columns
 */
public record RowGroup(String file, int number, long firstRow, long rows, long sizeBytes)
    implements Serializable {}
