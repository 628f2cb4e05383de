package dev.plumbline.runners.mine.format;

/** Numbers as the service's JSON library writes them. */
public final class JsonNumbers {

  private JsonNumbers() {}

  /** Trailing zeros after a point are dropped, unless there is an exponent. */
  public static String text(Number number) {
    String text = number.toString();
    boolean trimmable = text.indexOf('.') > 0 && text.indexOf('E') < 0;
    if (!trimmable) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
