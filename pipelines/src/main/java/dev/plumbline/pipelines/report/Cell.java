package dev.plumbline.pipelines.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One scenario on one engine and runner at one size.
 *
 * @param scenario the pipeline
 * @param engine the engine of its transform
 * @param runner the runner that was asked for
 * @param rows the rows that were exported
 * @param status whether it may show a time
 * @param reason why not, or null if it may
 * @param evidence why the time may be believed, or what speaks against it; null exactly if it did
 *     not run to its end
 * @param timing the time, or null if it may not be shown
 */
public record Cell(
    String scenario,
    String engine,
    String runner,
    long rows,
    CellStatus status,
    @Nullable String reason,
    @Nullable Evidence evidence,
    @Nullable Timing timing) {
  /** Rejects a time without valid status or without evidence, and a valid status without a time. */
  public Cell {
    boolean valid = status == CellStatus.VALID;
    if (valid != (timing != null) || valid != (reason == null)) {
      throw new IllegalArgumentException(
          "A cell carries a time exactly if it is valid; found status %s with %s"
              .formatted(status.label(), timing == null ? "no time" : "a time"));
    }
    if (status.ran() != (evidence != null)) {
      throw new IllegalArgumentException(
          "A cell has evidence exactly if it ran to its end; found status %s with %s"
              .formatted(status.label(), evidence == null ? "none" : "some"));
    }
  }

  /**
   * How long it took.
   *
   * @param wallSeconds construction and submission included, start-up of the JVM and of the runner
   *     not
   * @param unattributedSeconds the part of it in which no stage was active; null if not all work
   *     was logged in one JVM
   * @param rowsPerSecond rows by wall seconds
   */
  public record Timing(
      double wallSeconds, @Nullable Double unattributedSeconds, double rowsPerSecond) {}

  /** The evidence, if it ran to its end. */
  public Optional<Evidence> shownEvidence() {
    return Optional.ofNullable(evidence);
  }

  /** The time, if it may be shown. */
  public Optional<Timing> shownTiming() {
    return Optional.ofNullable(timing);
  }
}
