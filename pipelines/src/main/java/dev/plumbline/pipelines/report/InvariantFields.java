package dev.plumbline.pipelines.report;

import dev.plumbline.parity.compare.Invariant;
import dev.plumbline.parity.compare.Invariant.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An invariant as a report has it: {@code status, left, right, match}, and its parameters. */
final class InvariantFields {
  private InvariantFields() {}

  static Map<String, @Nullable Object> of(Invariant invariant, ShownNames shown) {
    boolean hide = !shown.shown() && invariant.name().equals("schema_fingerprint");
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("status", invariant.status().label());
    fields.put("left", hide ? hidden(invariant.left()) : invariant.left());
    fields.put("right", hide ? hidden(invariant.right()) : invariant.right());
    fields.put(
        "match",
        invariant.status() == Status.NOT_AVAILABLE ? null : invariant.status() == Status.MATCH);
    invariant.parameters().forEach((name, value) -> put(fields, name, value, shown));
    if (invariant.status() == Status.MATCH) { // one digest says it for all rows of a sample
      fields.remove("left_rows");
      fields.remove("right_rows");
    }
    return fields;
  }

  private static void put(
      Map<String, @Nullable Object> fields, String name, Object value, ShownNames shown) {
    if (name.equals("sort_key")) {
      fields.put(name, shown.name(value.toString()));
    } else if (name.equals("stable_identifier") && value instanceof List<?> key) {
      fields.put(
          name, key.stream().map(c -> shown.name(c.toString())).collect(Collectors.joining(",")));
    } else if (name.equals("columns") && value instanceof Map<?, ?> columns) {
      Map<String, Object> named = new LinkedHashMap<>();
      columns.forEach((column, both) -> named.put(shown.name(column.toString()), both));
      fields.put(name, named);
    } else {
      fields.put(name, value);
    }
  }

  private static @Nullable String hidden(@Nullable String text) {
    return text == null ? null : Hidden.hash(text);
  }
}
