package dev.plumbline.runners.options;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Mines of the user's: a JSON list of objects in the form of {@code targets.json}. {@code
 * fallback_endpoint}, {@code complex_views} and {@code complex_joins} may be left out.
 */
final class TargetsFile {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "endpoint",
          "fallback_endpoint",
          "workers",
          "query_root",
          "query_views",
          "complex_views",
          "complex_joins");

  /** What runs are called that have no target. */
  private static final Set<String> TAKEN = Set.of(MineTargets.CUSTOM, "recording");

  private final UserJson json;
  private final JsonNode entry;
  private final String where;

  private TargetsFile(UserJson json, JsonNode entry, String where) {
    this.json = json;
    this.entry = entry;
    this.where = where;
  }

  /**
   * Its mines, in its order.
   *
   * @throws UsageException if it cannot be read, or is of another form: names the entry and the
   *     field
   */
  static List<MineTarget> read(String file) {
    UserJson json = new UserJson("--targets-file", file);
    JsonNode tree = json.read();
    if (!tree.isArray() || tree.isEmpty()) {
      throw json.wrong("all of it", brief(tree), "a list of targets");
    }
    List<MineTarget> targets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode entry : tree) {
      String where = "entry " + (targets.size() + 1);
      MineTarget target = new TargetsFile(json, entry, where).target();
      if (!names.add(target.name().toLowerCase(Locale.ROOT))) {
        throw json.wrong(where, "'" + target.name() + "' again", "each name once");
      }
      targets.add(target);
    }
    return targets;
  }

  private MineTarget target() {
    if (!entry.isObject()) {
      throw json.wrong(where, brief(entry), "an object");
    }
    for (String field : (Iterable<String>) entry::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw json.wrong(
            where,
            "the field '" + field + "'",
            "only " + String.join(", ", FIELDS.stream().sorted().toList()));
      }
    }
    String name = text("name");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") || TAKEN.contains(name)) {
      throw wrong("name", "'" + name + "'", "letters, digits, '.', '_' and '-', and not " + TAKEN);
    }
    String root = checked("query_root", () -> QueryPaths.root(text("query_root")));
    List<String> views = checked("query_views", () -> QueryPaths.views(root, texts("query_views")));
    if (views.isEmpty()) {
      throw wrong("query_views", "none", "at least one path");
    }
    List<String> complex =
        checked("complex_views", () -> QueryPaths.views(root, texts("complex_views")));
    List<String> joins =
        checked("complex_joins", () -> QueryPaths.joins(root, texts("complex_joins")));
    boolean outer = joins.size() == 2 && joins.stream().allMatch(join -> join.endsWith(":OUTER"));
    if (complex.isEmpty() ? !joins.isEmpty() : !outer) {
      throw wrong("complex_joins", joins.toString(), "two OUTER joins, with complex_views");
    }
    boolean local = name.equalsIgnoreCase(MineTargets.LOCAL);
    return new MineTarget(
        local ? MineTargets.LOCAL : name,
        endpoint("endpoint", local, !local),
        endpoint("fallback_endpoint", local, false),
        workers(),
        root,
        views,
        complex,
        joins);
  }

  private @Nullable String endpoint(String field, boolean local, boolean needed) {
    if (!needed && !entry.hasNonNull(field)) {
      return null;
    }
    if (local) {
      throw wrong(field, "an address", "none: the embedded mine has no address");
    }
    return checked(field, () -> ServiceRootOption.parse(field, text(field)).url());
  }

  private int workers() {
    JsonNode workers = entry.path("workers");
    if (!workers.isInt() || workers.intValue() < 1 || workers.intValue() > Bounds.MAX_WORKERS) {
      throw wrong("workers", brief(workers), "1 to " + Bounds.MAX_WORKERS);
    }
    return workers.intValue();
  }

  private String text(String field) {
    JsonNode text = entry.path(field);
    if (!text.isTextual()) {
      throw wrong(field, brief(text), "a text");
    }
    return text.textValue();
  }

  private List<String> texts(String field) {
    JsonNode list = entry.path(field);
    if (list.isMissingNode()) {
      return List.of();
    }
    boolean allTexts =
        list.isArray()
            && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
    if (!allTexts) {
      throw wrong(field, brief(list), "a list of texts");
    }
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }

  /** What the check of an option says, said of the field. */
  private <T> T checked(String field, Supplier<T> check) {
    try {
      return check.get();
    } catch (UsageException e) {
      String message = String.valueOf(e.getMessage());
      if (message.startsWith(json.option())) {
        throw e;
      }
      throw new UsageException(
          "%s: '%s', %s, %s%s"
              .formatted(
                  json.option(), json.file(), where, field, message.replaceFirst("^[^:]*", "")));
    }
  }

  private UsageException wrong(String field, String found, String expected) {
    return json.wrong(where + ", " + field, found, expected);
  }

  private static String brief(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
