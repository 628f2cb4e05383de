package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes. */
public final class ByteSink {

  private byte[] bytes;
  private int size;

  /** An empty sink with room for {@code capacity} bytes before it first grows. */
  public ByteSink(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes it holds. */
  public int size() {
    return size;
  }

  /** Appends the low eight bits. */
  public void put(int b) {
    reserve(1);
    bytes[size++] = (byte) b;
  }

  /** Appends text that is known to be ASCII. */
  @SuppressWarnings("deprecation") // the one call that copies Latin-1 bytes without an encoder
  public void putAscii(String text) {
    int length = text.length();
    reserve(length);
    text.getBytes(0, length, bytes, size);
    size += length;
  }

  /** Appends any text as UTF-8. */
  public void putText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        put(c);
      } else {
        int codePoint = text.codePointAt(i);
        putCodePoint(codePoint);
        i += Character.charCount(codePoint) - 1;
      }
    }
  }

  /** Appends one character as UTF-8; half of a surrogate pair becomes a question mark. */
  public void putCodePoint(int codePoint) {
    reserve(4);
    if (codePoint < 0x80) {
      bytes[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
      continuation(codePoint);
    } else if (codePoint < 0x10000) {
      putThreeBytes(codePoint);
    } else {
      bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
      continuation(codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    }
  }

  private void putThreeBytes(int codePoint) {
    if (Character.isSurrogate((char) codePoint)) {
      bytes[size++] = '?';
    } else {
      bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
      continuation(codePoint >> 6);
      continuation(codePoint);
    }
  }

  private void continuation(int bits) {
    bytes[size++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  /** The bytes without a copy; the sink is not to be used afterwards. */
  public ByteBuffer wrap() {
    return ByteBuffer.wrap(bytes, 0, size).slice();
  }

  /** A copy outside the heap, which a socket can take as it is. */
  public ByteBuffer toDirect() {
    return ByteBuffer.allocateDirect(size).put(bytes, 0, size).flip();
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
