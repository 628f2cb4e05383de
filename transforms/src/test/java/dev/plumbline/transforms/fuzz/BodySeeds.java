package dev.plumbline.transforms.fuzz;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random bodies as a mine sends them, by section 3 of the protocol. */
public final class BodySeeds {
  private static final String[] MINE_TYPES = {
    "java.lang.String",
    "java.lang.Integer",
    "java.lang.Double",
    "java.lang.Boolean",
    "java.util.Date",
    "java.math.BigDecimal"
  };
  private static final ColumnType[] TYPES = {
    ColumnType.STRING,
    ColumnType.INT64,
    ColumnType.DOUBLE,
    ColumnType.BOOLEAN,
    ColumnType.DATE,
    ColumnType.STRING
  };

  /** What every body ends in. */
  public static final String TRAILER =
      "],\"executionTime\":\"2026.11.23 06:00::00\",\"wasSuccessful\":true,\"error\":null,"
          + "\"statusCode\":200}";

  private BodySeeds() {}

  /**
   * A good body.
   *
   * @param rows Long, Double, Boolean, LocalDate, String, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  public record Seed(byte[] body, List<List<Object>> rows) {}

  /** Schemas of one to nine columns; the first six columns of the first have all types. */
  public static List<ExportSchema> schemas(int count) {
    SplittableRandom random = new SplittableRandom(6);
    List<ExportSchema> schemas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = i == 0 ? 6 : random.nextInt(1, 10);
      List<ViewColumn> views = new ArrayList<>();
      for (int c = 0; c < width; c++) {
        int type = i == 0 ? c : random.nextInt(TYPES.length);
        String name = "column" + c;
        views.add(new ViewColumn("Gene." + name, MINE_TYPES[type], new Column(name, TYPES[type])));
      }
      schemas.add(new ExportSchema(views));
    }
    return schemas;
  }

  /** A body of 0 to 50 rows, mostly few. */
  public static Seed random(ExportSchema schema, SplittableRandom random) {
    int count = random.nextInt(random.nextInt(1, 52));
    StringBuilder body = new StringBuilder(header(schema));
    List<List<Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      body.append(i == 0 ? "[" : ",\n[");
      List<Object> row = new ArrayList<>();
      for (ViewColumn view : schema.views()) {
        CellSeeds.Cell cell = CellSeeds.random(view, random);
        body.append(row.isEmpty() ? "" : ",").append(cell.token());
        row.add(cell.value());
      }
      body.append(']');
      rows.add(row);
    }
    body.append(count == 0 ? "" : "\n").append(TRAILER);
    return new Seed(body.toString().getBytes(StandardCharsets.UTF_8), rows);
  }

  /** What every body of this schema begins with. */
  public static String header(ExportSchema schema) {
    StringBuilder heads = new StringBuilder();
    StringBuilder views = new StringBuilder();
    for (ViewColumn view : schema.views()) {
      String comma = views.length() == 0 ? "" : ",";
      heads.append(comma).append("\"Gene > ").append(view.column().name()).append('"');
      views.append(comma).append('"').append(view.view()).append('"');
    }
    return "{\"modelName\":\"genomic\",\"columnHeaders\":[%s],\"rootClass\":\"Gene\",\"start\":4000,\"views\":[%s],\"results\":[\n"
        .formatted(heads, views);
  }
}
