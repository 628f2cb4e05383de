package dev.plumbline.runners.mine.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One answer of a recording, with what had been asked.
 *
 * @param body the file that holds the raw body
 * @param method GET or POST
 * @param path from the service's root on
 * @param parameters what was asked, by name
 * @param contentType as the mine said it, or empty
 * @param contentEncoding {@code gzip}, or empty
 * @param firstByte from the request to the answer's head, when it was recorded
 * @param elapsed from the request to the body's end
 */
public record RecordedExchange(
    Path body,
    String method,
    String path,
    Map<String, String> parameters,
    String contentType,
    String contentEncoding,
    Duration firstByte,
    Duration elapsed) {

  /** Copies the parameters. */
  public RecordedExchange {
    parameters = Map.copyOf(parameters);
  }

  /** How many rows were asked for; none for what is no page. */
  public OptionalLong rows() {
    String size = parameters.getOrDefault("size", "");
    return size.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size));
  }

  /** The first row that was asked for, counted from 0. */
  public long start() {
    return Long.parseLong(parameters.getOrDefault("start", "0"));
  }
}
