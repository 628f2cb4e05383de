package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/**
 * How a reply is to look, whatever is in it.
 *
 * @param format the format
 * @param callback name of the function that a JSONP body calls, empty for any other body
 * @param scripted whether the client is a script of another page, which sees no status but 200
 * @param count whether the number of rows is wanted instead of the rows
 * @param compression how the body is compressed
 * @param baseName the file's name without an extension
 * @param windows whether lines end as Windows ends them
 */
public record ReplyForm(
    ResultFormat format,
    String callback,
    boolean scripted,
    boolean count,
    Compression compression,
    String baseName,
    boolean windows) {

  /** All that clients are told of what is the mine's own fault. */
  public static final String FAILED = "Service failed. Please contact support.";

  /** What ends a line. */
  public String lineEnd() {
    return windows ? "\r\n" : "\n";
  }

  /** The header {@code Content-Type}. */
  public String contentType() {
    if (compression != Compression.NONE) {
      return "application/octet-stream";
    }
    return (callback.isEmpty() ? format.mediaType() : "application/javascript") + ";charset=UTF-8";
  }

  /** What the body is called when it is saved. */
  public String fileName() {
    return plainName() + compression.extension();
  }

  private String plainName() {
    return baseName + "." + format.extension();
  }

  /** A whole body in one piece. */
  public Iterator<ByteBuffer> document(String text) {
    return dress(List.of(ResultEnvelope.bytes(text)).iterator());
  }

  /** The status that a client is told. */
  public int status(int status) {
    return scripted ? 200 : status;
  }

  /**
   * The body of an error.
   *
   * @param rows whether rows were asked for
   */
  public Iterator<ByteBuffer> error(boolean rows, int status, String message) {
    return dress(List.of(plainError(rows, status, message)).iterator());
  }

  ByteBuffer plainError(boolean rows, int status, String message) {
    return switch (format) {
      case TSV, CSV, TEXT -> ResultEnvelope.bytes(ResultEnvelope.textError(status, message));
      case XML -> ResultEnvelope.bytes(ResultEnvelope.xmlError(status, message, lineEnd()));
      case JSON, OBJECTS, ROWS ->
          rows && !count
              ? ResultEnvelope.jsonError(status, message)
              : ResultEnvelope.bytes(ResultEnvelope.documentError(status, message));
    };
  }

  /**
   * The end of a body of rows that could not be written to its end.
   *
   * @param afterLine whether the last row that was written has ended its line
   */
  ByteBuffer failure(boolean afterLine) {
    return ResultEnvelope.bytes(
        switch (format) {
          case TSV, CSV, TEXT -> ResultEnvelope.textError(500, FAILED);
          case XML -> ResultEnvelope.xmlFailure(500, FAILED);
          case JSON, OBJECTS, ROWS ->
              (afterLine ? "" : ",\n") + ResultEnvelope.failedTrailer(FAILED);
        });
  }

  /** Puts a body into its callback, its line ends and its compression. */
  public Iterator<ByteBuffer> dress(Iterator<ByteBuffer> body) {
    Iterator<ByteBuffer> dressed = body;
    if (format.isJson() && !callback.isEmpty()) {
      dressed =
          new FramedBody(ResultEnvelope.bytes(callback + "("), dressed, ResultEnvelope.bytes(");"));
    }
    if (format.isJson() && windows) {
      dressed = new WindowsLines(dressed);
    }
    return compression == Compression.NONE
        ? dressed
        : new CompressedBody(dressed, compression, plainName());
  }
}
