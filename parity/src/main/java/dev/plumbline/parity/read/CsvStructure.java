package dev.plumbline.parity.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a CSV file is made of, found by one look at each of its bytes. Nothing is guessed, and
 * nothing is forgiven that RFC 4180 does not allow: the first record is the header, all others have
 * as many fields, a quote stands only around a field or doubled inside of one that is quoted, and
 * lines end in LF or CRLF. Texts are UTF-8, with or without a byte order mark before the first.
 *
 * @param header the names of the columns
 * @param records how many there are behind the header
 * @param longestBytes of the longest record, the header among them, with its line end
 * @param endsInLf whether some records end in LF alone
 * @param endsInCrlf whether some end in CRLF
 */
record CsvStructure(
    List<String> header, long records, long longestBytes, boolean endsInLf, boolean endsInCrlf) {
  /** The longest record that is taken. */
  static final int LONGEST_BYTES = 64 << 20;

  /**
   * Looks at a whole file.
   *
   * @throws ParityReadException if it cannot be read or is no CSV, naming the line
   */
  static CsvStructure of(Path file) {
    Scan scan = new Scan(file);
    byte[] chunk = new byte[1 << 16];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
        for (int i = 0; i < n; i++) {
          scan.next(chunk[i]);
        }
      }
      return scan.end();
    } catch (IOException e) {
      throw new ParityReadException("Cannot read %s: %s".formatted(file, e), e);
    }
  }

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED,
    CARRIAGE_RETURN
  }

  private static final class Scan {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final Utf8Check utf8 = new Utf8Check();
    private final ByteArrayOutputStream name = new ByteArrayOutputStream();
    private final List<String> header = new ArrayList<>();
    private State state = State.FIELD_START;
    private long line = 1;
    private long recordLine = 1;
    private long records = -1; // the header is none
    private int fields;
    private long bytes;
    private long longestBytes;
    private boolean endsInLf;
    private boolean endsInCrlf;

    Scan(Path file) {
      this.file = file;
    }

    void next(byte b) {
      if (!utf8.next(b)) {
        throw new ParityReadException(
            "Cannot read %s: line %,d: bytes that are not UTF-8".formatted(file, line), null);
      }
      if (++bytes > LONGEST_BYTES) {
        throw refused("it is longer than %d MiB; an open quote?".formatted(LONGEST_BYTES >> 20));
      }
      switch (state) {
        case QUOTED -> quoted(b);
        case CARRIAGE_RETURN -> {
          if (b != '\n') {
            throw refused("a carriage return stands alone; lines end in LF or CRLF");
          }
          endsInCrlf = true;
          endRecord();
        }
        case FIELD_START, PLAIN, QUOTE_IN_QUOTED -> unquoted(b);
      }
      if (b == '\n') {
        line++;
      }
    }

    private void quoted(byte b) {
      if (b == '"') {
        state = State.QUOTE_IN_QUOTED;
      } else {
        keep(b);
      }
    }

    private void unquoted(byte b) {
      switch (b) {
        case ',' -> endField();
        case '\n' -> {
          endsInLf = true;
          endField();
          endRecord();
        }
        case '\r' -> {
          endField();
          state = State.CARRIAGE_RETURN;
        }
        case '"' -> quote();
        default -> {
          if (state == State.QUOTE_IN_QUOTED) {
            throw refused("a closing quote is followed by more than the end of its field");
          }
          state = State.PLAIN;
          keep(b);
        }
      }
    }

    private void quote() {
      if (state == State.PLAIN) {
        throw refused("a quote stands in a field that does not begin with one");
      }
      if (state == State.QUOTE_IN_QUOTED) {
        keep((byte) '"');
      }
      state = State.QUOTED;
    }

    /** Only the names of columns are kept. */
    private void keep(byte b) {
      if (records >= 0) {
        return;
      }
      name.write(b);
      if (header.isEmpty() && bytes == MARK.length && isMark()) {
        name.reset();
        bytes = 0;
        state = State.FIELD_START;
      }
    }

    private boolean isMark() {
      return Arrays.equals(name.toByteArray(), MARK);
    }

    private void endField() {
      fields++;
      if (records < 0) {
        header.add(name.toString(StandardCharsets.UTF_8));
        name.reset();
      }
      state = State.FIELD_START;
    }

    private void endRecord() {
      if (records >= 0 && fields != header.size()) {
        throw refused(
            "it has %s, expected %,d as in the header"
                .formatted(
                    fields == 1 ? "1 field" : "%,d fields".formatted(fields), header.size()));
      }
      longestBytes = Math.max(longestBytes, bytes);
      records++;
      fields = 0;
      bytes = 0;
      recordLine = line + 1;
      state = State.FIELD_START;
    }

    /** The last record needs no line end. */
    CsvStructure end() {
      if (state == State.QUOTED) {
        throw refused("a quote is opened and never closed");
      }
      if (state == State.CARRIAGE_RETURN) {
        throw refused("a carriage return stands alone; lines end in LF or CRLF");
      }
      if (!utf8.complete()) {
        throw refused("it ends in the middle of a character");
      }
      if (bytes > 0) {
        endField();
        endRecord();
      }
      if (records < 0) {
        throw new ParityReadException(
            "Cannot read %s: it is empty, expected a header line".formatted(file), null);
      }
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).isBlank()) {
          throw new ParityReadException(
              "Cannot read %s: line 1: column %,d has no name".formatted(file, i + 1), null);
        }
      }
      return new CsvStructure(List.copyOf(header), records, longestBytes, endsInLf, endsInCrlf);
    }

    private ParityReadException refused(String what) {
      return new ParityReadException(
          "Cannot read %s: line %,d: record %,d: %s".formatted(file, recordLine, records + 2, what),
          null);
    }
  }
}
