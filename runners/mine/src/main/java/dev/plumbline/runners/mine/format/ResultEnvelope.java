package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What follows the rows of a JSON result, and the bodies of errors. */
public final class ResultEnvelope {

  private static final DateTimeFormatter EXECUTION_TIME =
      DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm::ss", Locale.ROOT);

  private ResultEnvelope() {}

  /** All after the last row. */
  public static ByteBuffer trailer(boolean afterRows) {
    return bytes(trailerText(afterRows));
  }

  static String trailerText(boolean afterRows) {
    return (afterRows ? "\n" : "") + "]," + success() + "}";
  }

  /** The whole body of a refused JSON request for rows. */
  public static ByteBuffer jsonError(int status, String message) {
    return bytes("{\"results\":[\n]," + failure(status, message) + "}");
  }

  /** What follows the last row of a JSON result that could not be written to its end. */
  static String failedTrailer(String message) {
    return "]," + failure(500, message) + "}";
  }

  /** The whole body of a refused JSON request for anything but rows. */
  static String documentError(int status, String message) {
    return "{\n" + failure(status, message) + "}";
  }

  /** The whole body of a refused request for a flat file. */
  static String textError(int status, String message) {
    return "[ERROR] " + status + " " + message;
  }

  /** The whole body of a refused request for XML. */
  static String xmlError(int status, String message, String lineEnd) {
    return XmlRows.HEADER + lineEnd + xmlFailure(status, message);
  }

  /** The same without what stands before the first row. */
  static String xmlFailure(int status, String message) {
    return "<error><message>"
        + XmlText.escaped(meaning(status))
        + "</message><cause>"
        + XmlText.escaped(message)
        + "</cause></error></ResultSet>";
  }

  /** The text as UTF-8. */
  public static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The members that end every JSON body that went well, without the bracket after them. */
  static String success() {
    return closing("true", "null", 200);
  }

  private static String failure(int status, String message) {
    return closing("false", "\"" + escaped(message) + "\"", status);
  }

  private static String closing(String successful, String error, int status) {
    return "\"executionTime\":\""
        + EXECUTION_TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
        + "\",\"wasSuccessful\":"
        + successful
        + ",\"error\":"
        + error
        + ",\"statusCode\":"
        + status;
  }

  private static String meaning(int status) {
    return status
        + switch (status) {
          case 400 -> " Bad request. There was a problem with your request parameters:";
          case 403 -> " Forbidden.";
          case 404 -> " Resource not found.";
          case 500 -> " Internal server error.";
          default -> " Unknown Status";
        };
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
