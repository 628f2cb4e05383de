package dev.plumbline.pipelines.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTimesTest {
  private static final String[] STAGES = {"decode", "fetch", "parity", "parquet_write"};

  @Test
  void sharesAnInstantAmongTheStagesActiveInIt() {
    RunTimes times =
        RunTimes.of(List.of(interval("fetch", 0, 60), interval("decode", 40, 100)), -10, 130);

    assertEquals(140, times.wallNanos());
    assertStage(60, 60, 50, times, "fetch");
    assertStage(60, 60, 50, times, "decode");
    assertEquals(40, times.unattributedNanos());
  }

  @Test
  void countsAStageOnSeveralThreadsOnceInElapsedAndEachInBusy() {
    RunTimes times =
        RunTimes.of(List.of(interval("decode", 0, 50), interval("decode", 20, 80)), 0, 100);

    assertStage(110, 80, 80, times, "decode");
  }

  @Test
  void givesANestedStageHalfOfItsTime() {
    RunTimes times =
        RunTimes.of(List.of(interval("fetch", 0, 100), interval("decode", 30, 50)), 0, 100);

    assertStage(100, 100, 90, times, "fetch");
    assertStage(20, 20, 10, times, "decode");
    assertEquals(0, times.unattributedNanos());
  }

  @Test
  void leavesGapsToNobody() {
    RunTimes times =
        RunTimes.of(List.of(interval("fetch", 10, 20), interval("fetch", 50, 60)), 0, 100);

    assertStage(20, 20, 20, times, "fetch");
    assertEquals(80, times.unattributedNanos());
  }

  @Test
  void cutsOffWhatLiesOutsideTheRun() {
    RunTimes times =
        RunTimes.of(
            List.of(
                interval("fetch", -50, 10), interval("fetch", 90, 400), interval("decode", -9, 0)),
            0,
            100);

    assertStage(20, 20, 20, times, "fetch");
    assertStage(0, 0, 0, times, "decode");
    assertEquals(80, times.unattributedNanos());
  }

  @Test
  void takesIntervalsThatMeetOrHaveNoLength() {
    RunTimes times =
        RunTimes.of(
            List.of(
                interval("fetch", 10, 20),
                interval("decode", 20, 30),
                interval("fetch", 20, 20),
                interval("fetch", 30, 40)),
            0,
            40);

    assertStage(20, 20, 20, times, "fetch");
    assertStage(10, 10, 10, times, "decode");
    assertEquals(10, times.unattributedNanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithAModelThatLooksAtEachNanosecond(long seed) {
    Random random = new Random(seed);
    // half of the seeds: the clock wraps within the run
    long start = seed % 2 == 0 ? Long.MAX_VALUE - 500 : random.nextInt();
    NanosecondModel model = new NanosecondModel(start, 1_200);
    List<StageInterval> intervals = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      // Multiples of twelve: then a half, a third and a quarter are whole nanoseconds.
      long from = start + 12L * (random.nextInt(120) - 10);
      intervals.add(interval(STAGES[random.nextInt(4)], from, from + 12L * random.nextInt(15)));
    }

    RunTimes times = RunTimes.of(intervals, start, start + 1_200);

    assertEquals(model.times(intervals), times, () -> "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void attributedAndUnattributedMakeUpTheWallToTheNanosecond(long seed) {
    Random random = new Random(seed);
    long start = random.nextLong();
    List<StageInterval> intervals = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long from = start + random.nextInt(1_000_000) - 1_000;
      intervals.add(interval(STAGES[random.nextInt(4)], from, from + random.nextInt(9_000)));
    }

    RunTimes times = RunTimes.of(intervals, start, start + 1_000_000);

    long attributed = times.stages().values().stream().mapToLong(StageTime::attributedNanos).sum();
    assertEquals(1_000_000, attributed + times.unattributedNanos(), () -> "seed " + seed);
  }

  @Test
  void rejectsTimesThatDoNotAddUp() {
    assertThrows(IllegalArgumentException.class, () -> new RunTimes(10, 9, Map.of()));
  }

  @Test
  void rejectsARunThatEndsBeforeItStarts() {
    assertThrows(IllegalArgumentException.class, () -> RunTimes.of(List.of(), 10, 9));
  }

  private static void assertStage(
      long busy, long elapsed, long attributed, RunTimes times, String stage) {
    StageTime time = times.stages().get(stage);
    assertEquals(busy, time.busyNanos(), stage);
    assertEquals(elapsed, time.elapsedNanos(), stage);
    assertEquals(attributed, time.attributedNanos(), stage);
  }

  private static StageInterval interval(String stage, long from, long to) {
    return new StageInterval(stage, 1, from, to, 0, 0, 1, 0, 0, 0);
  }
}
