package dev.plumbline.runners.history;

import dev.plumbline.runners.history.HistoryLine.Figures;

/** Lines for tests. */
final class Lines {
  private Lines() {}

  static HistoryLine valid(String runId) {
    return new HistoryLine(
        HistoryLine.VERSION,
        "2026-01-31T10:00:00.123Z",
        runId,
        "micro.decode",
        "default",
        5_000,
        "warm",
        "time_per_row",
        "ns/row",
        "valid",
        null,
        Figures.of(3, 1, 2),
        "abc",
        "ground",
        "0.1.0+def");
  }

  static HistoryLine failed(String runId, String reason) {
    return new HistoryLine(
        HistoryLine.VERSION,
        "2026-01-31T10:00:00Z",
        runId,
        "micro.decode",
        "default",
        5_000,
        "warm",
        "time_per_row",
        "ns/row",
        "failed",
        reason,
        null,
        null,
        "ground",
        "0.1.0+def");
  }
}
