package dev.plumbline.transforms.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes of CSV on their way to a channel; grows to hold what is added before it is drained. */
final class CsvBuffer {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** By unsigned byte: whether a text that contains it needs quotes. */
  private static final boolean[] SPECIAL = new boolean[256];

  static {
    for (char c : new char[] {',', '"', '\r', '\n'}) {
      SPECIAL[c] = true;
    }
  }

  private final byte[] digits = new byte[Long.toString(Long.MIN_VALUE).length()];
  private byte[] data;
  private int at;

  CsvBuffer(int expectedBytes) {
    this.data = new byte[expectedBytes];
  }

  int size() {
    return at;
  }

  /** Writes all of it to the channel, and is empty again. */
  void drainTo(WritableByteChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(data, 0, at);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    at = 0;
  }

  void add(byte b) {
    reserve(1);
    data[at++] = b;
  }

  void addText(byte[] utf8, int offset, int length) {
    int end = offset + length;
    int plain = offset;
    while (plain < end && !SPECIAL[utf8[plain] & 0xff]) {
      plain++;
    }
    if (plain < end || length == 0) {
      addQuoted(utf8, offset, end);
    } else {
      addAll(utf8, offset, length);
    }
  }

  void addInt64(long value) {
    addDigits(value, 1);
  }

  void addDouble(double value) {
    addAscii(Double.toString(value));
  }

  void addAscii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      data[at++] = (byte) text.charAt(i);
    }
  }

  void addBoolean(boolean value) {
    byte[] text = value ? TRUE : FALSE;
    addAll(text, 0, text.length);
  }

  void addDate(int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    addDigits(day.getYear(), 4);
    add((byte) '-');
    addDigits(day.getMonthValue(), 2);
    add((byte) '-');
    addDigits(day.getDayOfMonth(), 2);
  }

  private void addQuoted(byte[] utf8, int offset, int end) {
    reserve(Math.addExact(Math.multiplyExact(2, end - offset), 2));
    byte[] out = data;
    int to = at;
    out[to++] = '"';
    for (int from = offset; from < end; from++) {
      byte b = utf8[from];
      if (b == '"') {
        out[to++] = '"';
      }
      out[to++] = b;
    }
    out[to++] = '"';
    at = to;
  }

  private void addDigits(long value, int width) {
    int from = digits.length;
    // counted down from the negative, because Long.MIN_VALUE has no positive
    long rest = value < 0 ? value : -value;
    while (rest != 0 || digits.length - from < width) {
      digits[--from] = (byte) ('0' - rest % 10);
      rest /= 10;
    }
    if (value < 0) {
      digits[--from] = '-';
    }
    addAll(digits, from, digits.length - from);
  }

  private void addAll(byte[] bytes, int offset, int length) {
    reserve(length);
    System.arraycopy(bytes, offset, data, at, length);
    at += length;
  }

  private void reserve(int bytes) {
    if (data.length - at < bytes) {
      data =
          Arrays.copyOf(
              data,
              Math.max(Math.addExact(at, bytes), Math.addExact(data.length, data.length >> 1)));
    }
  }
}
