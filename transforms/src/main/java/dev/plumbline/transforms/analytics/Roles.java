package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import java.io.Serializable;

/**
 * The parts that columns play in joins and analytics: the first column is the join key, the next
 * ones are base and edge. Where there are fewer columns the last one plays the parts that are left
 * over.
 *
 * @param key what rows are grouped and joined by
 * @param base the column of the base side
 * @param edge the column of the edge side
 */
public record Roles(Column key, Column base, Column edge) implements Serializable {
  /** The parts of a table's columns. */
  public static Roles of(TableSchema schema) {
    int last = schema.width() - 1;
    return new Roles(
        schema.column(0), schema.column(Math.min(1, last)), schema.column(Math.min(2, last)));
  }
}
