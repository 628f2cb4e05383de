package dev.plumbline.pipelines.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of day as reports write it: ISO 8601 in UTC, to the millisecond. */
public final class ReportTime {
  private ReportTime() {}

  /** Now. */
  public static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
