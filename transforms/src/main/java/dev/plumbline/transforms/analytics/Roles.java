package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import java.io.Serializable;
import java.util.List;

/**
 * The parts that columns play in joins and analytics: the first column is the join key, the next
 * ones are base, edge one and edge two. Where there are fewer columns the last one plays the parts
 * that are left over.
 *
 * @param key what rows are grouped and joined by
 * @param base the column of the base side
 * @param edgeOne the column of the edge side; of the first edge where there are two
 * @param edgeTwo the column of the second edge side
 */
public record Roles(Column key, Column base, Column edgeOne, Column edgeTwo)
    implements Serializable {
  /** The parts of a table's columns. */
  public static Roles of(TableSchema schema) {
    return new Roles(part(schema, 0), part(schema, 1), part(schema, 2), part(schema, 3));
  }

  /** The columns that {@link Score} is made of: key, base and edge one. */
  public List<Column> scored() {
    return List.of(key, base, edgeOne);
  }

  private static Column part(TableSchema schema, int position) {
    return schema.column(Math.min(position, schema.width() - 1));
  }
}
