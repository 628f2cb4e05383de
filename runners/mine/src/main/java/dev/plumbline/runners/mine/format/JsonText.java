package dev.plumbline.runners.mine.format;

/** Quoted texts as the service's JSON library escapes them. */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /** The text in quotes. */
  public static String quoted(String text) {
    ByteSink out = new ByteSink(text.length() + 16);
    write(text, out);
    return out.toString();
  }

  /** Appends the text in quotes. */
  public static void write(String text, ByteSink out) {
    out.put('"');
    if (isPlain(text)) {
      out.putAscii(text);
    } else {
      writeEscaped(text, out);
    }
    out.put('"');
  }

  /** Nearly all texts need neither an escape nor an encoder. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\' || c == '/') {
        return false;
      }
    }
    return true;
  }

  private static void writeEscaped(String text, ByteSink out) {
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80) {
        writeAscii(c, before, out);
      } else if (isUnicodeEscaped(c)) {
        writeControl(c, out);
      } else {
        int codePoint = text.codePointAt(i);
        out.putCodePoint(codePoint);
        i += Character.charCount(codePoint) - 1;
      }
      before = c;
    }
  }

  private static void writeAscii(char c, char before, ByteSink out) {
    if (c == '"' || c == '\\' || (c == '/' && before == '<')) {
      out.put('\\');
    }
    out.put(c);
  }

  private static boolean isUnicodeEscaped(char c) {
    return c < ' ' || (c >= 0x80 && c < 0xA0) || (c >= 0x2000 && c < 0x2100);
  }

  private static void writeControl(char c, ByteSink out) {
    switch (c) {
      case '\b' -> out.putAscii("\\b");
      case '\t' -> out.putAscii("\\t");
      case '\n' -> out.putAscii("\\n");
      case '\f' -> out.putAscii("\\f");
      case '\r' -> out.putAscii("\\r");
      default -> {
        out.putAscii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.put(HEX.charAt((c >> shift) & 0xF));
        }
      }
    }
  }
}
