package dev.plumbline.runners.mine.query.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads queries written in JSON: {@code select} or {@code views}, {@code where}, {@code joins},
 * {@code orderBy} or {@code sortOrder}, {@code constraintLogic}.
 */
final class PathQueryJson {

  private static final int DEEPEST = 10;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private final PathQueryDraft draft = new PathQueryDraft();

  private PathQueryJson() {}

  /**
   * The query that a JSON object describes.
   *
   * @throws QueryRefused if it describes none
   */
  static PathQuery read(String json) {
    try {
      return new PathQueryJson().query(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage());
    }
  }

  private PathQuery query(JsonNode query) {
    either(query, "select", "views").forEach(view -> draft.view(text(view)));
    query.path("where").forEach(this::constrain);
    join(query.path("joins"));
    sort(either(query, "orderBy", "sortOrder"));
    draft.logic(query.path("constraintLogic").asText(""));
    return draft.query();
  }

  private void constrain(JsonNode constraint) {
    List<String> values = new ArrayList<>();
    constraint.path("values").forEach(value -> values.add(text(value)));
    new ConstraintReader(name -> part(constraint, name), values).readInto(draft);
  }

  private static Optional<String> part(JsonNode constraint, String name) {
    JsonNode part = constraint.path(name);
    if (part.isArray()) {
      List<String> items = new ArrayList<>();
      part.forEach(item -> items.add(text(item)));
      return Optional.of(String.join(",", items));
    }
    return part.isMissingNode() || part.isNull() ? Optional.empty() : Optional.of(text(part));
  }

  /** Paths that are OUTER, or styles by path. */
  private void join(JsonNode joins) {
    if (joins.isObject()) {
      joins.properties().forEach(join -> draft.join(join.getKey(), text(join.getValue())));
    } else {
      joins.forEach(path -> draft.join(text(path), "OUTER"));
    }
  }

  /** A text as in XML, or an array of paths, of objects with a path, or of directions by path. */
  private void sort(JsonNode order) {
    if (order.isTextual()) {
      draft.sortBy(order.asText());
    }
    for (JsonNode key : order) {
      if (key.has("path")) {
        sort(text(key.path("path")), key.path("direction").asText("ASC"));
      } else if (key.isObject()) {
        key.properties().forEach(entry -> sort(entry.getKey(), text(entry.getValue())));
      } else {
        draft.sortBy(text(key));
      }
    }
  }

  private void sort(String path, String direction) {
    draft.sortBy(path, direction.equalsIgnoreCase("desc"));
  }

  private static JsonNode either(JsonNode query, String name, String otherName) {
    return query.has(name) ? query.path(name) : query.path(otherName);
  }

  private static String text(JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      return value.asText();
    }
    throw malformed("expected a text, found " + value.getNodeType());
  }

  private static QueryRefused malformed(String why) {
    return QueryRefused.badRequest("JSON is not well formatted. " + why);
  }
}
