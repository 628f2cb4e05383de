package dev.plumbline.transforms.table;

import java.io.Serializable;

/**
 * A complete file of a table.
 *
 * @param path its absolute path
 * @param rows the rows in it, as the file itself says
 * @param sizeBytes its size
 */
public record WrittenFile(String path, long rows, long sizeBytes) implements Serializable {}
