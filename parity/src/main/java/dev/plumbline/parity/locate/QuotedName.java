package dev.plumbline.parity.locate;

/**
 * A column's name as it is said where commas and other signs have a meaning: in double quotes,
 * which are doubled within.
 */
public final class QuotedName {
  private QuotedName() {}

  /** Where the name ends that the text begins with, if it is in quotes; else 0. */
  static int end(String text) {
    int at = text.startsWith("\"") ? 1 : 0;
    while (at > 0 && at < text.length()) {
      if (text.charAt(at) == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return 0;
  }

  /** The name itself, with or without quotes around it. */
  public static String plain(String said) {
    boolean quoted = said.length() > 1 && end(said) == said.length();
    return quoted ? said.substring(1, said.length() - 1).replace("\"\"", "\"") : said;
  }
}
