package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.parquet.RowGroup;
import java.io.Serializable;

/**
 * A row group to be read, as part of an input of a work.
 *
 * @param input the input's number
 * @param firstRow how many rows of the input come before it
 * @param group the row group
 */
public record Share(int input, long firstRow, RowGroup group) implements Serializable {}
