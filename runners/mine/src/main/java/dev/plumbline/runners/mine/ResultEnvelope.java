package dev.plumbline.runners.mine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What follows the rows of a JSON result, and the bodies of errors. */
final class ResultEnvelope {

  private static final DateTimeFormatter EXECUTION_TIME =
      DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm::ss", Locale.ROOT);

  private ResultEnvelope() {}

  /** All after the last row. */
  static ByteBuffer trailer(boolean afterRows) {
    return bytes((afterRows ? "\n" : "") + closing("true", "null", 200));
  }

  /** The whole body of a refused JSON request. */
  static ByteBuffer jsonError(int status, String message) {
    return bytes("{\"results\":[\n" + closing("false", "\"" + escaped(message) + "\"", status));
  }

  /** The whole body of a refused request for text. */
  static ByteBuffer textError(int status, String message) {
    return bytes("[ERROR] " + status + " " + message);
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String closing(String successful, String error, int status) {
    return "],\"executionTime\":\""
        + EXECUTION_TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
        + "\",\"wasSuccessful\":"
        + successful
        + ",\"error\":"
        + error
        + ",\"statusCode\":"
        + status
        + "}";
  }

  /** As a Java literal: every character beyond ASCII by its code. */
  private static String escaped(String text) {
    return text.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining());
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> c < ' ' || c > '~' ? String.format("\\u%04X", (int) c) : String.valueOf(c);
    };
  }
}
