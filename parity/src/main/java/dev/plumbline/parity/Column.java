package dev.plumbline.parity;

import java.io.Serializable;

/**
 * One column of a table. Every column may hold nulls.
 *
 * @param name the column's name, never blank
 * @param type its canonical type
 */
public record Column(String name, ColumnType type) implements Serializable {
  /** Rejects a blank name. */
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A column needs a name, but it is blank");
    }
  }

  @Override
  public String toString() {
    return name + " " + type.label();
  }
}
