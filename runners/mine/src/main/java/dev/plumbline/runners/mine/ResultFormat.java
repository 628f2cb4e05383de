package dev.plumbline.runners.mine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The result formats that this mine serves. */
enum ResultFormat {
  JSON("application/json;charset=UTF-8", "result.json"),
  COUNT("text/plain;charset=UTF-8", "result.txt");

  private static final Set<String> UNSERVED =
      Set.of(
          "tab",
          "tsv",
          "csv",
          "xml",
          "html",
          "text",
          "txt",
          "jsoncount",
          "jsonobjects",
          "jsonrows",
          "jsontable",
          "rdf",
          "ntriples");

  private final String contentType;
  private final String fileName;

  ResultFormat(String contentType, String fileName) {
    this.contentType = contentType;
    this.fileName = fileName;
  }

  String contentType() {
    return contentType;
  }

  String fileName() {
    return fileName;
  }

  /**
   * The format of a request: by path suffix, else parameter, else {@code Accept}; empty if none
   * that is served was asked for.
   */
  static Optional<ResultFormat> of(String suffix, Map<String, String> parameters, String accept) {
    String named = suffix.isEmpty() ? parameters.getOrDefault("format", "") : suffix;
    String name = named.toLowerCase(Locale.ROOT);
    if (UNSERVED.contains(name) || name.startsWith("jsonp")) {
      return Optional.empty();
    }
    return switch (name) {
      case "json" -> Optional.of(JSON);
      case "count" -> Optional.of(COUNT);
      default -> accepted(accept, parameters);
    };
  }

  private static Optional<ResultFormat> accepted(String accept, Map<String, String> parameters) {
    if (accept.contains("type=count") || parameters.getOrDefault("count", "").equals("true")) {
      return Optional.of(COUNT);
    }
    return accept.contains("application/json") ? Optional.of(JSON) : Optional.empty();
  }
}
