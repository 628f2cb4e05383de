package dev.plumbline.runners.mine.userdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in UTF-8. */
final class Utf8Text {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Utf8Text() {}

  /** Opens a file, a byte order mark included, which JSON does not have. */
  static BufferedReader openWhole(Path file) throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  /** Opens a file behind its byte order mark, if it has one. */
  static Reader open(Path file) throws IOException {
    BufferedReader reader = openWhole(file);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (CharacterCodingException e) {
      reader.close();
      throw noUtf8(1, e);
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** Bytes found that no text has; the decoder reads some way ahead of the line. */
  static UserDataRefused noUtf8(long line, CharacterCodingException e) {
    return new UserDataRefused("at or after line " + line + ": bytes that are not UTF-8", e);
  }

  /** Bytes of the text, or -1 if half of a surrogate pair has no encoding. */
  static long length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 ? 1 : 2;
        if (Character.isSurrogate(c)) {
          if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
            return -1;
          }
          i++;
        }
      }
    }
    return bytes;
  }
}
