package dev.plumbline.transforms.csv;

import dev.plumbline.transforms.page.Utf8;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a CSV file, one after the other, their fields as bytes without quotes. RFC 4180 to
 * the letter; lines may end in LF or CRLF, the last one in neither, and a byte order mark is passed
 * over.
 */
final class CsvRecords implements Closeable {
  /** The longest record, as the judge has it. */
  static final int LONGEST_BYTES = 64 << 20;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final InputStream in;
  private final byte[] bytes = new byte[1 << 18];
  private int at;
  private int filled;
  private byte[] text = new byte[1 << 12];
  private int textEnd;
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int fields;
  private long line = 1;
  private long firstLine;
  private long number;
  private boolean ended;

  CsvRecords(Path file) throws ArtifactException {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
    passMark();
  }

  /** Steps to the next record; returns whether there is one. */
  boolean next() throws ArtifactException {
    fields = 0;
    textEnd = 0;
    firstLine = line;
    if (!more()) {
      return false;
    }
    number++;
    while (true) {
      boolean inQuotes = more() && bytes[at] == '"';
      if (inQuotes) {
        quotedField();
      } else {
        plainField();
      }
      endField(inQuotes);
      if (endsRecord()) {
        return true;
      }
    }
  }

  Path file() {
    return file;
  }

  /** The number of fields of this record. */
  int fields() {
    return fields;
  }

  /** Where this record's fields are, until the next one is asked for. */
  byte[] text() {
    return text;
  }

  /** Where a field begins. */
  int from(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  /** How long a field is. */
  int length(int field) {
    return ends[field] - from(field);
  }

  /** Whether a field was in quotes. */
  boolean quoted(int field) {
    return quoted[field];
  }

  /** A field that may hold ASCII only: other bytes become characters that no form has. */
  String ascii(int field) {
    return new String(text, from(field), length(field), StandardCharsets.ISO_8859_1);
  }

  /** All fields as text. */
  List<String> texts() throws ArtifactException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      if (!isUtf8(i)) {
        throw refused("it is no UTF-8");
      }
      texts.add(new String(text, from(i), length(i), StandardCharsets.UTF_8));
    }
    return texts;
  }

  boolean isUtf8(int field) {
    return Utf8.soundBytes(text, from(field), length(field)) == length(field);
  }

  /** Whether this record has a line end: only the last one may have none. */
  boolean ended() {
    return ended;
  }

  /** Something is wrong with this record. */
  ArtifactException refused(String what) {
    return new ArtifactException(file, firstLine, "record %d: %s".formatted(number, what));
  }

  private void passMark() throws ArtifactException {
    while (filled < MARK.length && fill()) {
      // as many bytes as the mark has, unless the file is shorter
    }
    if (filled >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      at = MARK.length;
    }
  }

  private void plainField() throws ArtifactException {
    while (more()) {
      int start = at;
      while (at < filled && !isSpecial(bytes[at])) {
        at++;
      }
      add(start, at);
      if (at < filled) {
        if (bytes[at] == '"') {
          throw refused("a quote stands in a field that does not begin with one");
        }
        return;
      }
    }
  }

  private void quotedField() throws ArtifactException {
    at++;
    while (more()) {
      int start = at;
      while (at < filled && bytes[at] != '"') {
        line += bytes[at++] == '\n' ? 1 : 0;
      }
      add(start, at);
      if (at < filled) {
        at++;
        if (!more() || bytes[at] != '"') {
          requireEnd();
          return;
        }
        add(at, at + 1);
        at++;
      }
    }
    throw refused(
        "a quote is opened and never closed; the file was cut, or a quote is not doubled");
  }

  private void requireEnd() throws ArtifactException {
    if (more() && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
      throw refused("a closing quote is followed by more than the end of its field");
    }
  }

  private static boolean isSpecial(byte b) {
    return b == ',' || b == '\n' || b == '\r' || b == '"';
  }

  private void endField(boolean inQuotes) {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
      quoted = Arrays.copyOf(quoted, 2 * fields);
    }
    ends[fields] = textEnd;
    quoted[fields++] = inQuotes;
  }

  /** Passes over what ends a field; returns whether it ends the record, too. */
  private boolean endsRecord() throws ArtifactException {
    ended = more();
    if (!ended) {
      return true;
    }
    byte end = bytes[at++];
    if (end == '\r' && (!more() || bytes[at++] != '\n')) {
      throw refused("a carriage return stands alone; lines end in LF or CRLF");
    }
    line += end == ',' ? 0 : 1;
    return end != ',';
  }

  private void add(int start, int end) throws ArtifactException {
    int length = end - start;
    if (LONGEST_BYTES - textEnd < length) {
      throw refused("it is longer than %d MiB; an open quote?".formatted(LONGEST_BYTES >> 20));
    }
    if (text.length - textEnd < length) {
      text = Arrays.copyOf(text, Math.max(textEnd + length, 2 * text.length));
    }
    System.arraycopy(bytes, start, text, textEnd, length);
    textEnd += length;
  }

  private boolean more() throws ArtifactException {
    if (at < filled) {
      return true;
    }
    at = 0;
    filled = 0;
    return fill();
  }

  private boolean fill() throws ArtifactException {
    try {
      int read = in.read(bytes, filled, bytes.length - filled);
      filled += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
