package dev.plumbline.runners.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one side of the wire says and the other does not know. */
public final class UnknownFields {
  private UnknownFields() {}

  /**
   * The part of what was said that was not understood: an object of the fields that are missing
   * there, at their depth, elements of lists by their number. A field that is null says nothing.
   *
   * @param said as it came
   * @param understood the same, read into our records and written again
   * @return null if all was understood
   */
  public static @Nullable JsonNode of(JsonNode said, JsonNode understood) {
    ObjectNode unknown = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      add(unknown, field.getKey(), field.getValue(), understood.path(field.getKey()));
    }
    for (int i = 0; i < said.size() && said.isArray(); i++) {
      add(unknown, String.valueOf(i), said.get(i), understood.path(i));
    }
    return unknown.isEmpty() ? null : unknown;
  }

  private static void add(ObjectNode unknown, String name, JsonNode said, JsonNode understood) {
    JsonNode inner = understood.isMissingNode() ? said : of(said, understood);
    if (inner != null && !inner.isNull()) {
      unknown.set(name, inner);
    }
  }

  /**
   * Names that were said and not understood, whatever their value, such as {@code fork.pinned_to}.
   */
  static List<String> missing(JsonNode said, JsonNode understood) {
    List<String> names = new ArrayList<>();
    missing("", said, understood, names);
    return names;
  }

  private static void missing(String path, JsonNode said, JsonNode understood, List<String> names) {
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      JsonNode there = understood.path(field.getKey());
      if (there.isMissingNode()) {
        names.add(path + field.getKey());
      } else {
        missing(path + field.getKey() + ".", field.getValue(), there, names);
      }
    }
  }

  /** The names in it, such as {@code fork.pinned_to}. */
  public static List<String> names(@Nullable JsonNode unknown) {
    List<String> names = new ArrayList<>();
    if (unknown != null) {
      names("", unknown, names);
    }
    return names;
  }

  private static void names(String path, JsonNode at, List<String> names) {
    for (Map.Entry<String, JsonNode> field : at.properties()) {
      if (field.getValue().isObject() && !field.getValue().isEmpty()) {
        names(path + field.getKey() + ".", field.getValue(), names);
      } else {
        names.add(path + field.getKey());
      }
    }
  }
}
