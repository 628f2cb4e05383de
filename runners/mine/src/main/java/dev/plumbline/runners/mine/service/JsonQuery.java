package dev.plumbline.runners.mine.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.format.XmlText;
import java.util.ArrayList;
import java.util.List;

/** A query that was written as JSON, as PathQuery XML. */
public final class JsonQuery {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode query;

  private JsonQuery(JsonNode query) {
    this.query = query;
  }

  /**
   * The query as XML; one that is not JSON as it is.
   *
   * @throws ServiceRefused with status 400 if it begins as JSON and is none
   */
  public static String xml(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return text;
    }
    try {
      return new JsonQuery(JSON.readTree(text)).xml();
    } catch (JsonProcessingException e) {
      throw ServiceRefused.badRequest("The query is not JSON: " + e.getOriginalMessage());
    }
  }

  private String xml() {
    StringBuilder xml = new StringBuilder("<query");
    attribute(xml, "model", query.path("model").path("name").asText("genomic"));
    attribute(xml, "view", String.join(" ", view()));
    attribute(xml, "sortOrder", String.join(" ", sortOrder()));
    attribute(xml, "constraintLogic", query.path("constraintLogic").asText());
    xml.append('>');
    query.path("joins").forEach(join -> join(join, xml));
    query.path("where").forEach(constraint -> constraint(constraint, xml));
    return xml.append("</query>").toString();
  }

  private List<String> view() {
    List<String> paths = new ArrayList<>();
    query.path("select").forEach(path -> paths.add(rooted(path.asText())));
    query.path("view").forEach(path -> paths.add(rooted(path.asText())));
    return paths;
  }

  /** Paths may leave out the class that {@code from} names. */
  private String rooted(String path) {
    String from = query.path("from").asText("");
    boolean whole = from.isEmpty() || path.equals(from) || path.startsWith(from + ".");
    return whole ? path : from + "." + path;
  }

  private List<String> sortOrder() {
    List<String> words = new ArrayList<>();
    for (JsonNode key : query.path("orderBy")) {
      if (key.isTextual()) {
        words.add(rooted(key.asText()) + " asc");
      } else if (key.has("path")) {
        words.add(rooted(key.path("path").asText()) + " " + key.path("direction").asText("asc"));
      } else {
        key.properties()
            .forEach(e -> words.add(rooted(e.getKey()) + " " + e.getValue().asText("asc")));
      }
    }
    return words;
  }

  private void join(JsonNode join, StringBuilder xml) {
    xml.append("<join");
    attribute(xml, "path", rooted(join.isTextual() ? join.asText() : join.path("path").asText()));
    attribute(xml, "style", join.path("style").asText("OUTER"));
    xml.append("/>");
  }

  private void constraint(JsonNode constraint, StringBuilder xml) {
    xml.append("<constraint");
    attribute(xml, "path", rooted(constraint.path("path").asText()));
    for (String name : List.of("op", "value", "code", "type", "extraValue", "loopPath")) {
      if (constraint.has(name)) {
        attribute(xml, name, constraint.path(name).asText());
      }
    }
    xml.append('>');
    constraint
        .path("values")
        .forEach(v -> xml.append("<value>").append(XmlText.escaped(v.asText())).append("</value>"));
    xml.append("</constraint>");
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.attribute(value)).append('"');
  }
}
