package dev.plumbline.transforms.mine;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of an export, one for each view, in the views' order.
 *
 * @param views at least one
 */
public record ExportSchema(List<ViewColumn> views) implements Serializable {
  private static final List<String> IDENTIFIERS =
      List.of("primaryIdentifier", "primaryAccession", "id");

  /** Copies the views. */
  public ExportSchema {
    views = List.copyOf(views);
  }

  /**
   * Types the views by the mine's model. Columns are named by {@link ColumnNames}.
   *
   * @throws QueryException if a view is unknown to the model, occurs twice, starts at another class
   *     than the first, or has a type that cannot be exported
   */
  public static ExportSchema of(MineModel model, List<String> views) {
    checkRoots(views);
    List<String> names = ColumnNames.of(views).columns();
    List<ViewColumn> columns = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      String view = views.get(i);
      String type = model.attributeType(view);
      columns.add(new ViewColumn(view, type, new Column(names.get(i), columnType(view, type))));
    }
    return new ExportSchema(columns);
  }

  /** The columns as the judge knows them. */
  public TableSchema table() {
    return new TableSchema(views.stream().map(ViewColumn::column).toList());
  }

  /**
   * The column that identifies a row: the root class's {@code primaryIdentifier}, {@code
   * primaryAccession} or {@code id}, whichever is the first of these among the views; none if there
   * is none of them.
   */
  public Optional<String> identifier() {
    return IDENTIFIERS.stream()
        .flatMap(name -> views.stream().filter(v -> v.view().equals(root(v.view()) + "." + name)))
        .map(view -> view.column().name())
        .findFirst();
  }

  private static void checkRoots(List<String> views) {
    Set<String> seen = new HashSet<>();
    for (String view : views) {
      if (!root(view).equals(root(views.get(0)))) {
        throw new QueryException(
            "View '%s' starts at another class than '%s'; all views of a query start at one class"
                .formatted(view, views.get(0)));
      }
      if (!seen.add(view)) {
        throw new QueryException("View '" + view + "' is given twice");
      }
    }
  }

  private static String root(String view) {
    int dot = view.indexOf('.');
    return dot < 0 ? view : view.substring(0, dot);
  }

  private static ColumnType columnType(String view, String mineType) {
    return switch (mineType) {
      case "java.lang.String",
          "java.math.BigDecimal",
          "org.intermine.objectstore.query.ClobAccess" ->
          ColumnType.STRING;
      case "int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short" ->
          ColumnType.INT64;
      case "float", "double", "java.lang.Float", "java.lang.Double" -> ColumnType.DOUBLE;
      case "boolean", "java.lang.Boolean" -> ColumnType.BOOLEAN;
      case "java.util.Date" -> ColumnType.DATE;
      default ->
          throw new QueryException(
              "View '%s' has type '%s', which cannot be exported".formatted(view, mineType));
    };
  }
}
