package dev.plumbline.runners.mine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which format a request gets: the first that can be served of the path's suffix, the parameter
 * {@code format} and the media types of {@code Accept}, in their order and whatever their weights.
 *
 * @param usual what those get who ask for none, or for anything
 * @param served what can be served
 */
public record FormatChoice(ResultFormat usual, Set<ResultFormat> served) {

  private static final Map<String, ResultFormat> BY_SUFFIX =
      Map.of(
          "xml", ResultFormat.XML,
          "json", ResultFormat.JSON,
          "jsonp", ResultFormat.JSON,
          "tsv", ResultFormat.TSV,
          "csv", ResultFormat.CSV,
          "txt", ResultFormat.TEXT);

  private static final Map<String, ResultFormat> BY_NAME =
      Map.ofEntries(
          Map.entry("xml", ResultFormat.XML),
          Map.entry("tab", ResultFormat.TSV),
          Map.entry("tsv", ResultFormat.TSV),
          Map.entry("csv", ResultFormat.CSV),
          Map.entry("text", ResultFormat.TEXT),
          Map.entry("count", ResultFormat.TEXT),
          Map.entry("json", ResultFormat.JSON),
          Map.entry("jsonp", ResultFormat.JSON),
          Map.entry("jsoncount", ResultFormat.JSON),
          Map.entry("jsonpcount", ResultFormat.JSON),
          Map.entry("jsonobjects", ResultFormat.OBJECTS),
          Map.entry("jsonpobjects", ResultFormat.OBJECTS),
          Map.entry("jsonrows", ResultFormat.ROWS),
          Map.entry("jsonprows", ResultFormat.ROWS));

  /** Formats of the service that this mine has not: never answered by another one. */
  private static final Set<String> UNSERVED =
      Set.of("html", "rdf", "ntriples", "jsontable", "jsonptable");

  private static final Map<String, ResultFormat> BY_MEDIA_TYPE =
      Map.ofEntries(
          Map.entry("text/xml", ResultFormat.XML),
          Map.entry("application/xml", ResultFormat.XML),
          Map.entry("text/plain", ResultFormat.TEXT),
          Map.entry("text/count", ResultFormat.TEXT),
          Map.entry("text/tab-separated-values", ResultFormat.TSV),
          Map.entry("application/tsv", ResultFormat.TSV),
          Map.entry("text/comma-separated-values", ResultFormat.CSV),
          Map.entry("application/csv", ResultFormat.CSV),
          Map.entry("application/json", ResultFormat.JSON),
          Map.entry("text/javascript", ResultFormat.JSON),
          Map.entry("application/javascript", ResultFormat.JSON),
          Map.entry("application/jsonp", ResultFormat.JSON));

  public FormatChoice {
    served = Set.copyOf(served);
  }

  /**
   * The format of a request, empty if none that is asked for can be served.
   *
   * @param suffix of the path, may be empty
   * @param name the parameter {@code format}, may be empty
   * @param accept the header, may be empty
   */
  public Optional<ResultFormat> of(String suffix, String name, String accept) {
    if (UNSERVED.contains(name.strip())) {
      return Optional.empty();
    }
    List<Optional<ResultFormat>> asked = new ArrayList<>();
    if (BY_SUFFIX.containsKey(suffix)) {
      asked.add(Optional.ofNullable(BY_SUFFIX.get(suffix)));
    }
    if (!name.isBlank()) {
      asked.add(Optional.ofNullable(BY_NAME.get(name.strip())));
    }
    if (!accept.isBlank()) {
      List.of(accept.split(",")).forEach(range -> asked.add(accepted(range)));
    }
    if (asked.isEmpty()) {
      return Optional.of(usual);
    }
    return asked.stream().flatMap(Optional::stream).filter(served::contains).findFirst();
  }

  private Optional<ResultFormat> accepted(String range) {
    String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";", -1);
    if (parts[0].startsWith("*")) {
      return Optional.of(usual);
    }
    Optional<ResultFormat> found = Optional.ofNullable(BY_MEDIA_TYPE.get(parts[0].strip()));
    return found.map(format -> format.isJson() ? jsonKind(parts) : format);
  }

  private static ResultFormat jsonKind(String[] parts) {
    for (String part : parts) {
      switch (part.strip()) {
        case "type=objects" -> {
          return ResultFormat.OBJECTS;
        }
        case "type=rows" -> {
          return ResultFormat.ROWS;
        }
        default -> {}
      }
    }
    return ResultFormat.JSON;
  }
}
