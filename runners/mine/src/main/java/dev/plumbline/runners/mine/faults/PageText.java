package dev.plumbline.runners.mine.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON page by its lines: bytes throughout, so that it can be made what is no text.
 *
 * @param head the first line, up to the bracket that opens the results
 * @param rows each without its comma and line feed
 * @param tail the last line, from the bracket that closes the results on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageText(byte[] head, List<byte[]> rows, byte[] tail) {

  private static final String FAILED =
      "\"wasSuccessful\":false,"
          + "\"error\":\"Service failed. Please contact support.\",\"statusCode\":500}";

  /**
   * Takes a body apart.
   *
   * @throws IllegalStateException if it is no JSON page
   */
  static PageText of(byte[] body) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '\n') {
        lines.add(Arrays.copyOfRange(body, from, i));
        from = i + 1;
      }
    }
    if (lines.size() < 2 || !ascii(lines.get(0)).endsWith("\"results\":[")) {
      throw new IllegalStateException("this fault strikes pages in format=json alone");
    }
    List<byte[]> rows = new ArrayList<>();
    for (byte[] line : lines.subList(1, lines.size() - 1)) {
      boolean comma = line.length > 0 && line[line.length - 1] == ',';
      rows.add(Arrays.copyOf(line, line.length - (comma ? 1 : 0)));
    }
    return new PageText(lines.get(0), rows, lines.get(lines.size() - 1));
  }

  /** The page with a good end. */
  byte[] body() {
    return body(rows, false, tail);
  }

  /**
   * The first rows, and a trailer that reports failure; a comma stands before it if more follow.
   */
  byte[] failedAfter(int count) {
    int kept = Math.min(count, rows.size());
    String time = ascii(tail).replaceFirst("\"wasSuccessful\".*", "");
    byte[] failed = (time + FAILED).getBytes(StandardCharsets.ISO_8859_1);
    return body(rows.subList(0, kept), kept < rows.size(), failed);
  }

  /** All rows, a comma behind the last, and a good trailer. */
  byte[] withTrailingComma() {
    return body(rows, true, tail);
  }

  PageText with(int row, byte[] text) {
    List<byte[]> changed = new ArrayList<>(rows);
    if (row < changed.size()) {
      changed.set(row, text);
    }
    return new PageText(head, changed, tail);
  }

  /** A row, or an empty one where the page is shorter. */
  byte[] row(int index) {
    return index < rows.size() ? rows.get(index) : "[]".getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] lines(List<byte[]> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] row : rows) {
      out.writeBytes(row);
      out.write(',');
      out.write('\n');
    }
    return out.toByteArray();
  }

  private byte[] body(List<byte[]> kept, boolean comma, byte[] end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.write('\n');
    for (int i = 0; i < kept.size(); i++) {
      out.writeBytes(kept.get(i));
      if (comma || i + 1 < kept.size()) {
        out.write(',');
      }
      out.write('\n');
    }
    out.writeBytes(end);
    return out.toByteArray();
  }

  /** One character for each byte. */
  static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
