package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ByteSink;
import dev.plumbline.runners.mine.format.JsonCells;
import dev.plumbline.runners.mine.format.JsonText;
import dev.plumbline.runners.mine.format.ResultEnvelope;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that stands before the first row of a JSON page; written once per query, but for the start.
 */
final class PageHeader {

  private static final Pattern WORD_BREAK = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final String beforeStart;
  private final String afterStart;

  PageHeader(String modelName, PathQuery query) {
    this(modelName, query, friendly(query.view()));
  }

  /** A header with columns of its own. */
  PageHeader(String modelName, PathQuery query, List<String> columnHeaders) {
    ByteSink before = new ByteSink(1_024);
    before.putAscii("{\"modelName\":");
    JsonText.write(modelName, before);
    before.putAscii(",\"columnHeaders\":");
    JsonCells.writeTexts(columnHeaders, before);
    before.putAscii(",\"rootClass\":");
    JsonText.write(query.root(), before);
    before.putAscii(",\"start\":");
    ByteSink after = new ByteSink(1_024);
    after.putAscii(",\"views\":");
    JsonCells.writeTexts(query.view(), after);
    after.putAscii(",\"results\":[\n");
    beforeStart = before.toString();
    afterStart = after.toString();
  }

  /** The header of the page that begins at {@code start}; ends in a line feed. */
  ByteBuffer at(long start) {
    return ResultEnvelope.bytes(textAt(start));
  }

  /** The same as text. */
  String textAt(long start) {
    return beforeStart + start + afterStart;
  }

  /** {@code Gene.organism.shortName} reads {@code Gene > Organism > Short Name}. */
  static List<String> friendly(List<String> paths) {
    return paths.stream().map(PageHeader::friendly).toList();
  }

  private static String friendly(String path) {
    return Arrays.stream(path.split("\\.", -1))
        .map(PageHeader::label)
        .collect(Collectors.joining(" > "));
  }

  /** What a class or a field is called in headings. */
  static String label(String part) {
    if (part.equals("primaryIdentifier")) {
      return "DB identifier";
    }
    String spaced = WORD_BREAK.matcher(part).replaceAll(" ");
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
