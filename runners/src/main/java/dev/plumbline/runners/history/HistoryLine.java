package dev.plumbline.runners.history;

import dev.plumbline.runners.statistics.Summary;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one arm of a scenario, or why there is none. A line of the history file.
 *
 * @param schemaVersion version of this form, {@link #VERSION}
 * @param at when it was measured, as {@link Instant} prints it
 * @param runId the run that it comes from
 * @param scenario what was measured, such as {@code micro.decode}; a pipeline by its definition,
 *     which names its stages
 * @param arm which way of doing it, such as {@code direct}
 * @param rows rows of the work; 0 if it has none
 * @param mode "cold", the first iteration of a fork; "loaded", the same behind work that is thrown
 *     away; or "warm", those after warm-up
 * @param metric what the figures are of, such as {@code time_per_row}
 * @param unit their unit, such as {@code ns/row}
 * @param status {@code valid}, {@code invalid}, {@code failed}, {@code skipped} or {@code
 *     not_validated}
 * @param reason why it is not valid; null exactly if it is
 * @param figures what was measured over the forks; null exactly if it is not valid
 * @param inputDigest digest of the input of the work; never null if it is valid
 * @param fingerprint what it was measured on, see {@link dev.plumbline.runners.machine.Fingerprint}
 * @param build what was measured: version and commit
 */
public record HistoryLine(
    String schemaVersion,
    String at,
    String runId,
    String scenario,
    String arm,
    long rows,
    String mode,
    String metric,
    String unit,
    String status,
    @Nullable String reason,
    @Nullable Figures figures,
    @Nullable String inputDigest,
    String fingerprint,
    String build) {
  /** The form of these lines. */
  public static final String VERSION = "plumbline_history_v1";

  /** The status that a time needs. */
  public static final String VALID = "valid";

  private static final Set<String> MODES = Set.of("cold", "loaded", "warm");
  private static final Set<String> STATUSES =
      Set.of(VALID, "invalid", "failed", "skipped", "not_validated");

  /**
   * Rejects figures without evidence, and a line without figures and without a reason.
   *
   * @throws IllegalArgumentException if the line claims more, or says less, than it may
   */
  public HistoryLine {
    one("schema_version", schemaVersion, Set.of(VERSION));
    instant(at);
    text("run_id", runId);
    text("scenario", scenario);
    text("arm", arm);
    if (rows < 0) {
      throw new IllegalArgumentException("rows is " + rows + ", expected 0 or more");
    }
    one("mode", mode, MODES);
    text("metric", metric);
    text("unit", unit);
    one("status", status, STATUSES);
    evidence(status, reason, figures, inputDigest);
    text("fingerprint", fingerprint);
    text("build", build);
  }

  /**
   * Whether both are figures of the same work on the same input and the same ground, and differ at
   * most in arm, build and day.
   */
  public boolean comparable(HistoryLine other) {
    return status.equals(VALID)
        && other.status.equals(VALID)
        && scenario.equals(other.scenario)
        && rows == other.rows
        && mode.equals(other.mode)
        && metric.equals(other.metric)
        && unit.equals(other.unit)
        && fingerprint.equals(other.fingerprint)
        && inputDigest != null
        && inputDigest.equals(other.inputDigest);
  }

  private static void evidence(
      String status,
      @Nullable String reason,
      @Nullable Figures figures,
      @Nullable String inputDigest) {
    boolean valid = status.equals(VALID);
    if (valid != (figures != null)) {
      throw new IllegalArgumentException(
          "status is %s with %s; a line has figures exactly if it is valid"
              .formatted(status, figures == null ? "no figures" : "figures"));
    }
    if (valid != (reason == null)) {
      throw new IllegalArgumentException(
          "status is %s with %s; a line has a reason exactly if it is not valid"
              .formatted(status, reason == null ? "no reason" : "a reason"));
    }
    if (valid && inputDigest == null) {
      throw new IllegalArgumentException("valid figures need the digest of their input");
    }
    if (reason != null) {
      text("reason", reason);
    }
    if (inputDigest != null) {
      text("input_digest", inputDigest);
    }
  }

  private static void text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing or blank");
    }
  }

  private static void one(String name, @Nullable String value, Set<String> of) {
    if (value == null || !of.contains(value)) {
      throw new IllegalArgumentException(
          "%s is '%s', expected one of %s".formatted(name, value, of.stream().sorted().toList()));
    }
  }

  private static void instant(String at) {
    text("at", at);
    String expected = "at is '" + at + "', expected an instant such as 2026-01-31T10:00:00Z";
    try {
      Instant.parse(at);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(expected, e);
    }
    if (!at.endsWith("Z")) {
      throw new IllegalArgumentException(expected);
    }
  }

  /**
   * Figures of a sample of forks, each one number, in the line's unit. All are finite, and none is
   * zero or less: that is not a measurement.
   *
   * @param n number of forks
   * @param median the middle one, or the mean of the middle two
   * @param mean arithmetic mean
   * @param stddev sample standard deviation (divided by n - 1); 0 for one fork
   * @param min the least
   * @param max the greatest
   */
  public record Figures(int n, double median, double mean, double stddev, double min, double max) {
    /**
     * Rejects what no sample can have.
     *
     * @throws IllegalArgumentException if it does
     */
    public Figures {
      boolean finite = DoubleStream.of(median, mean, stddev, min, max).allMatch(Double::isFinite);
      boolean ordered = 0 < min && min <= median && median <= max && mean > 0 && stddev >= 0;
      if (n < 1 || !finite || !ordered || (n == 1 && (min != max || stddev != 0))) {
        throw new IllegalArgumentException(
            "no sample of %d has median %s, mean %s, stddev %s, min %s, max %s"
                .formatted(n, median, mean, stddev, min, max));
      }
    }

    /**
     * Sums up one number for each fork.
     *
     * @throws IllegalArgumentException if there is none, or one of them is not finite and positive
     */
    public static Figures of(double... forks) {
      Summary s = Summary.of(forks);
      return new Figures(s.n(), s.median(), s.mean(), s.stddev(), s.min(), s.max());
    }
  }
}
