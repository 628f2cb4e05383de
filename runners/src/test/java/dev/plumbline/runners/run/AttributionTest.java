package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.transforms.clock.StageInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final StageInterval FETCHED = interval("fetch", 0, 10, 1);
  private static final StageInterval FAILED = interval("fetch", 10, 0, 3);
  private static final StageInterval JUDGED = interval("parity", 5, 10, 0);

  @Test
  void isByAllThatWasLoggedWhereTheMetricsKnowOfNoMore() {
    List<StageInterval> logged = List.of(FETCHED, FAILED, JUDGED);
    Map<String, StageEvidence> told = StageEvidence.of(List.of(FETCHED, FAILED));

    Attribution attribution = Attribution.of(logged, Optional.of(told));

    assertEquals(logged, attribution.intervals());
    assertEquals(StageEvidence.of(logged), attribution.evidence());
  }

  /** The other JVM's retries count, though its log is lost. */
  @Test
  void isByNothingWhereAnotherJvmWorkedToo() {
    Map<String, StageEvidence> told = StageEvidence.of(List.of(FETCHED, FAILED));

    Attribution attribution = Attribution.of(List.of(FETCHED, JUDGED), Optional.of(told));

    assertEquals(List.of(), attribution.intervals());
    assertEquals(told.get("fetch"), attribution.evidence().get("fetch"));
    assertEquals(4, attribution.evidence().get("fetch").retries());
  }

  /** The log does not stand in for metrics that are missing. */
  @Test
  void knowsNothingOfAStageThatTheMetricsDoNotTellOf() {
    Attribution attribution = Attribution.of(List.of(FETCHED, JUDGED), Optional.of(Map.of()));

    assertEquals(StageEvidence.of(List.of(JUDGED)), attribution.evidence());
  }

  @Test
  void isByTheLogWhereNoMetricsAre() {
    Attribution attribution = Attribution.of(List.of(FETCHED), Optional.empty());

    assertEquals(List.of(FETCHED), attribution.intervals());
    assertEquals(1, attribution.evidence().get("fetch").pages());
  }

  private static StageInterval interval(String stage, long start, long rows, int retries) {
    return new StageInterval(stage, 1, start, start + 4, 2, 100, rows, 7, 8, retries);
  }
}
