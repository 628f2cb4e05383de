package dev.plumbline.runners.mine.scripted;

import java.time.Duration;

/**
 * One way to misbehave. Where several strike the same request all delays are taken, then the first
 * other fault that was given to the builder.
 */
public sealed interface Fault {

  /** The requests it strikes. */
  When when();

  /** An HTML page in place of the rows, with HTTP status {@code status} (200 and 503 are usual). */
  record HtmlPage(int status, When when) implements Fault {}

  /** The chunked body ends after {@code afterBytes} bytes, the connection is closed. */
  record CutBody(int afterBytes, When when) implements Fault {}

  /**
   * A trailer that reports failure after {@code afterRows} rows; if the page has more, a comma
   * stands before it.
   */
  record FailedTrailer(int afterRows, When when) implements Fault {}

  /** A count that is off by {@code delta}. */
  record WrongCount(long delta, When when) implements Fault {}

  /** A page that lacks its last {@code missing} rows, with a good trailer. */
  record ShortPage(int missing, When when) implements Fault {}

  /** The connection is reset once the request was read. */
  record Reset(When when) implements Fault {}

  /** The answer is begun so much later. */
  record Delay(Duration duration, When when) implements Fault {}
}
