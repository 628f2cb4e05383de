package dev.plumbline.runners.mine.format;

/**
 * Texts as the service escapes them in XML: the five entities, and every character beyond ASCII by
 * its number.
 *
 * <p>Two deviations, so that a document is always well-formed: a character beyond U+FFFF is one
 * reference, where the service writes one for each half; and a character that XML cannot hold is
 * U+FFFD, where the service writes it as it is.
 */
public final class XmlText {

  private XmlText() {}

  /** The escaped text, for the content of an element. */
  public static String escaped(String text) {
    ByteSink out = new ByteSink(text.length() + 16);
    write(text, out);
    return out.toString();
  }

  /** The escaped text, for an attribute, where a parser would turn line ends into spaces. */
  public static String attribute(String text) {
    return escaped(text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;");
  }

  static void write(String text, ByteSink out) {
    for (int i = 0; i < text.length(); i++) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint) - 1;
      write(codePoint, out);
    }
  }

  private static void write(int codePoint, ByteSink out) {
    switch (codePoint) {
      case '<' -> out.putAscii("&lt;");
      case '>' -> out.putAscii("&gt;");
      case '&' -> out.putAscii("&amp;");
      case '"' -> out.putAscii("&quot;");
      case '\'' -> out.putAscii("&apos;");
      default -> writeOther(codePoint, out);
    }
  }

  private static void writeOther(int codePoint, ByteSink out) {
    if (!isXml(codePoint)) {
      out.putAscii("&#65533;");
    } else if (codePoint <= 0x7F) {
      out.put(codePoint);
    } else {
      out.putAscii("&#" + codePoint + ";");
    }
  }

  /** By XML 1.0, section 2.2. */
  private static boolean isXml(int codePoint) {
    if (codePoint < 0x20) {
      return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
    return codePoint < 0xD800 || (codePoint > 0xDFFF && codePoint != 0xFFFE && codePoint != 0xFFFF);
  }
}
