package dev.plumbline.transforms.fuzz;

import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what the rows of a page's body are, by section 3 of the protocol: one object, its keys all
 * different, {@code wasSuccessful} true, no status and no start that say otherwise, and {@code
 * results} with exactly the rows that were asked for.
 */
public final class BodyOracle {
  /** The first row of the page that is asked for. */
  public static final long START = 4_000;

  private BodyOracle() {}

  /**
   * A good body.
   *
   * @param rows Long, Double, Boolean, LocalDate, String, or null
   * @param doubtful whether the decoder may refuse it all the same
   */
  public record Rows(List<List<Object>> rows, boolean doubtful) {}

  /** The rows of a body of a page that must have this many. */
  public static Rows read(byte[] body, ExportSchema schema, int expected) throws NoJson {
    StrictJson.Read read = StrictJson.read(body);
    if (!(read.value() instanceof Json.Members object)) {
      throw new NoJson("no object");
    }
    checkKeys(object);
    if (member(object, "wasSuccessful").orElse(null) != Json.Word.TRUE) {
      throw new NoJson("no success");
    }
    checkStatus(object);
    checkStart(object);
    checkViews(object, schema);
    if (!(member(object, "results").orElse(null) instanceof Json.Array results)) {
      throw new NoJson("no results");
    }
    if (results.items().size() != expected) {
      throw new NoJson(results.items().size() + " rows, expected " + expected);
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Json row : results.items()) {
      rows.add(row(row, schema.views()));
    }
    return new Rows(rows, read.doubtful());
  }

  private static void checkKeys(Json.Members object) throws NoJson {
    Set<String> keys = new HashSet<>();
    for (Json.Member member : object.members()) {
      if (!keys.add(member.key())) {
        throw new NoJson("a key twice");
      }
    }
  }

  private static void checkStatus(Json.Members object) throws NoJson {
    Optional<Json> status = member(object, "statusCode");
    if (status.isPresent()
        && !(status.get() instanceof Json.Numeral number
            && number.token().matches("[123]\\d\\d"))) {
      throw new NoJson("a status that is no success");
    }
  }

  private static void checkStart(Json.Members object) throws NoJson {
    if (member(object, "start").orElse(null) instanceof Json.Numeral number
        && number.token().matches("-?\\d+")
        && !number.token().equals(Long.toString(START))) {
      throw new NoJson("another page");
    }
  }

  private static void checkViews(Json.Members object, ExportSchema schema) throws NoJson {
    if (member(object, "views").orElse(null) instanceof Json.Array views) {
      List<Json> expected = new ArrayList<>();
      schema.views().forEach(view -> expected.add(new Json.Text(view.view())));
      if (!views.items().equals(expected)) {
        throw new NoJson("other views");
      }
    }
  }

  private static Optional<Json> member(Json.Members object, String key) {
    return object.members().stream()
        .filter(m -> m.key().equals(key))
        .map(Json.Member::value)
        .findFirst();
  }

  private static List<Object> row(Json row, List<ViewColumn> views) throws NoJson {
    if (!(row instanceof Json.Array cells) || cells.items().size() != views.size()) {
      throw new NoJson("no row of " + views.size() + " cells");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      values.add(CellOracle.value(cells.items().get(i), views.get(i)));
    }
    return values;
  }
}
