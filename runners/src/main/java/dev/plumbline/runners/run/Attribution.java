package dev.plumbline.runners.run;

import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.transforms.clock.StageInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the wall can be attributed by: the intervals of all work, or nothing. A JVM logs its own
 * intervals only. Where the runner's metrics know of more pieces of work than were logged here,
 * others did them, and what is left of the log would attribute too little.
 *
 * @param intervals of all work of the run; none if some of them were logged elsewhere or nowhere
 * @param evidence what each stage did, by its name
 */
record Attribution(List<StageInterval> intervals, Map<String, StageEvidence> evidence) {
  private static final Logger LOG = LoggerFactory.getLogger(Attribution.class);

  /**
   * Holds the log to the metrics.
   *
   * @param told by the runner's metrics; empty where there is no such runner. What no metric tells
   *     of, such as the judge's side output, is known from the log alone
   */
  static Attribution of(List<StageInterval> logged, Map<String, StageEvidence> told) {
    Map<String, StageEvidence> here = StageEvidence.of(logged);
    Map<String, StageEvidence> evidence = new HashMap<>(here);
    evidence.putAll(told);
    for (Map.Entry<String, StageEvidence> stage : told.entrySet()) {
      StageEvidence own = here.get(stage.getKey());
      long pieces = own == null ? 0 : own.pieces();
      if (pieces < stage.getValue().pieces()) {
        LOG.warn(
            "{} of {} pieces of {} were not logged in this JVM: no part of the wall is attributed",
            stage.getValue().pieces() - pieces,
            stage.getValue().pieces(),
            stage.getKey());
        return new Attribution(List.of(), evidence);
      }
    }
    return new Attribution(logged, evidence);
  }

  /** Copies both. */
  Attribution {
    intervals = List.copyOf(intervals);
    evidence = Map.copyOf(Objects.requireNonNull(evidence));
  }
}
