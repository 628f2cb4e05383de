package dev.plumbline.runners.run;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.transforms.clock.StageInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param told by the runner's metrics; none where there is no such runner. The judge's own work
   *     is known from the log alone; of a stage that the metrics do not tell of nothing is known
   */
  static Attribution of(List<StageInterval> logged, Optional<Map<String, StageEvidence>> told) {
    Map<String, StageEvidence> here = StageEvidence.of(logged);
    if (told.isEmpty()) {
      return new Attribution(logged, here);
    }
    Map<String, StageEvidence> evidence = new HashMap<>(told.get());
    StageEvidence judged = here.get(Stage.PARITY.label());
    if (judged != null) {
      evidence.put(Stage.PARITY.label(), judged);
    }
    for (Map.Entry<String, StageEvidence> stage : told.get().entrySet()) {
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
    evidence = Map.copyOf(evidence);
  }
}
