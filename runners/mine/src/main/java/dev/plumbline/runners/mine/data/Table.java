package dev.plumbline.runners.mine.data;

import java.util.HashMap;
import java.util.Map;

/**
 * All objects of one class.
 *
 * @param className the class in the model
 * @param rows how many objects
 * @param firstId id of row 0; ids ascend by one
 * @param cells the attributes by name, {@code id} among them
 * @param links the references and collections that this mine holds data for
 */
public record Table(
    String className,
    long rows,
    int firstId,
    Map<String, ColumnValues> cells,
    Map<String, Link> links) {

  public Table {
    cells = withId(cells, firstId);
    links = Map.copyOf(links);
  }

  private static Map<String, ColumnValues> withId(Map<String, ColumnValues> cells, int firstId) {
    Map<String, ColumnValues> all = new HashMap<>(cells);
    all.put("id", row -> (int) (firstId + row));
    return Map.copyOf(all);
  }

  public ColumnValues cell(String attribute) {
    ColumnValues cell = cells.get(attribute);
    if (cell == null) {
      throw new IllegalStateException("no data for attribute " + className + "." + attribute);
    }
    return cell;
  }
}
