package dev.plumbline.runners.mine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    ByteSink before = new ByteSink(1_024);
    before.putAscii("{\"modelName\":");
    JsonText.write(modelName, before);
    before.putAscii(",\"columnHeaders\":");
    RowRenderer.writeTexts(query.view().stream().map(PageHeader::friendly).toList(), before);
    before.putAscii(",\"rootClass\":");
    JsonText.write(query.root(), before);
    before.putAscii(",\"start\":");
    ByteSink after = new ByteSink(1_024);
    after.putAscii(",\"views\":");
    RowRenderer.writeTexts(query.view(), after);
    after.putAscii(",\"results\":[\n");
    beforeStart = before.toString();
    afterStart = after.toString();
  }

  /** The header of the page that begins at {@code start}; ends in a line feed. */
  ByteBuffer at(long start) {
    String header = beforeStart + start + afterStart;
    return ByteBuffer.wrap(header.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code Gene.organism.shortName} reads {@code Gene > Organism > Short Name}. */
  private static String friendly(String path) {
    return Arrays.stream(path.split("\\.", -1))
        .map(PageHeader::label)
        .collect(Collectors.joining(" > "));
  }

  private static String label(String part) {
    if (part.equals("primaryIdentifier")) {
      return "DB identifier";
    }
    String spaced = WORD_BREAK.matcher(part).replaceAll(" ");
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
