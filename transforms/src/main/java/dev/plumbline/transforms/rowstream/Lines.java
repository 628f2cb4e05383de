package dev.plumbline.transforms.rowstream;

import dev.plumbline.transforms.page.Utf8;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a text file, one after the other, as bytes of sound UTF-8 without their LF. */
final class Lines implements Closeable {
  /** The longest line, as the judge has it. */
  static final int LONGEST_BYTES = 64 << 20;

  private static final int FIRST_BYTES = 1 << 18;

  private final Path file;
  private final InputStream in;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int filled;
  private int from;
  private int to;
  private int next;
  private long number;
  private boolean ended;

  Lines(Path file) throws ArtifactException {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
  }

  Path file() {
    return file;
  }

  /** The number of this line, counted from 1. */
  long number() {
    return number;
  }

  /** Where this line is, until the next one is asked for. */
  byte[] bytes() {
    return bytes;
  }

  /** Where this line begins. */
  int from() {
    return from;
  }

  /** How long this line is. */
  int length() {
    return to - from;
  }

  /** Whether this line has a line end: only the last one may have none. */
  boolean ended() {
    return ended;
  }

  /** Steps to the next line; returns whether there is one. */
  boolean next() throws ArtifactException {
    from = next;
    int end = find(from);
    while (end < 0) {
      int searched = filled - from;
      if (!fill()) {
        return last();
      }
      end = find(from + searched);
    }
    return line(end, end + 1, true);
  }

  private boolean last() throws ArtifactException {
    return filled > from && line(filled, filled, false);
  }

  private boolean line(int end, int behind, boolean hasEnd) throws ArtifactException {
    number++;
    to = end;
    next = behind;
    ended = hasEnd;
    if (length() > LONGEST_BYTES) {
      throw tooLong();
    }
    int sound = Utf8.soundBytes(bytes, from, length());
    if (sound < length()) {
      throw new ArtifactException(
          file, number, "it is no UTF-8 (byte %d of the line)".formatted(sound + 1));
    }
    return true;
  }

  private int find(int start) {
    for (int i = start; i < filled; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads on, behind what there is of this line; returns whether there was more. */
  private boolean fill() throws ArtifactException {
    System.arraycopy(bytes, from, bytes, 0, filled - from);
    filled -= from;
    from = 0;
    if (filled > LONGEST_BYTES) {
      number++;
      throw tooLong();
    }
    if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int read = read();
    filled += Math.max(read, 0);
    return read > 0;
  }

  private int read() throws ArtifactException {
    try {
      return in.read(bytes, filled, bytes.length - filled);
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
  }

  private ArtifactException tooLong() {
    return new ArtifactException(
        file, number, "it is longer than %d MiB".formatted(LONGEST_BYTES >> 20));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
