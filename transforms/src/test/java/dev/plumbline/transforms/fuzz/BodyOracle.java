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
 * different, {@code wasSuccessful} true, no status that says otherwise, and {@code results} with
 * exactly the rows that were asked for.
 */
public final class BodyOracle {
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
