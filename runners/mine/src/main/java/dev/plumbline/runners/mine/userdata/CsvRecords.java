package dev.plumbline.runners.mine.userdata;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of RFC 4180: line ends are LF or CRLF, a field in quotes may hold anything, a quote
 * in it doubled. An empty field is null without quotes and the empty text in them.
 */
final class CsvRecords implements Closeable {

  private static final int END = -1;

  /** An open quote shall not swallow a whole file into memory. */
  private static final int LONGEST_FIELD = 1 << 24;

  private final Reader in;
  private final char delimiter;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder field = new StringBuilder();
  private int at;
  private int filled;
  private long line = 1;
  private long recordLine = 1;

  CsvRecords(Reader in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /** Reads one record into {@code fields}; false at the end of the file. */
  boolean next(List<@Nullable String> fields) throws IOException {
    fields.clear();
    recordLine = line;
    if (peek() == END) {
      return false;
    }
    do {
      fields.add(field());
    } while (endOfField() == delimiter);
    return true;
  }

  /** The line, from 1, where the record read last begins. */
  long recordLine() {
    return recordLine;
  }

  private @Nullable String field() throws IOException {
    field.setLength(0);
    if (peek() == '"') {
      quoted();
      return field.toString();
    }
    while (!isEndOfField(peek())) {
      if (peek() == '"' && delimiter == ',') { // in TSV it is a sign like any other
        throw refused("a quote stands in a field that does not begin with one");
      }
      append(take());
    }
    return field.isEmpty() ? null : field.toString();
  }

  private void quoted() throws IOException {
    take();
    while (true) {
      int c = take();
      if (c == END) {
        throw refused("a quote is opened and never closed");
      }
      if (c == '"' && peek() != '"') {
        break;
      }
      append(c == '"' ? take() : c);
    }
    if (!isEndOfField(peek())) {
      throw refused("a closing quote is followed by more than the end of its field");
    }
  }

  private void append(int c) {
    field.append((char) c);
    if (field.length() > LONGEST_FIELD) {
      throw refused("a field is longer than " + LONGEST_FIELD + " characters; an open quote?");
    }
  }

  private boolean isEndOfField(int c) {
    return c == delimiter || c == '\n' || c == '\r' || c == END;
  }

  private int endOfField() throws IOException {
    int c = take();
    if (c == '\r' && take() != '\n') {
      throw refused("a carriage return stands alone; lines end in LF or CRLF");
    }
    return c;
  }

  private int take() throws IOException {
    int c = peek();
    at++;
    line += c == '\n' ? 1 : 0;
    return c;
  }

  private int peek() throws IOException {
    if (at >= filled) {
      fill();
    }
    return filled <= 0 ? END : buffer[at];
  }

  private void fill() throws IOException {
    try {
      filled = in.read(buffer);
      at = 0;
    } catch (CharacterCodingException e) {
      throw Utf8Text.noUtf8(line, e);
    }
  }

  private UserDataRefused refused(String what) {
    return new UserDataRefused("line " + recordLine + ": " + what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
