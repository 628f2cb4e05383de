package dev.plumbline.pipelines.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTimesTest {
  private static final String[] STAGES = {"fetch", "decode", "parquet_write"};

  @Test
  void sharesAnInstantAmongTheStagesActiveInIt() {
    RunTimes times =
        RunTimes.of(List.of(interval("fetch", 0, 60), interval("decode", 40, 100)), -10, 130);

    assertEquals(140, times.wallNanos());
    assertEquals(50, times.stages().get("fetch").attributedNanos());
    assertEquals(50, times.stages().get("decode").attributedNanos());
    assertEquals(40, times.unattributedNanos());
  }

  @Test
  void countsAStageOnSeveralThreadsOnceInElapsedAndEachInBusy() {
    RunTimes times =
        RunTimes.of(List.of(interval("decode", 0, 50), interval("decode", 20, 80)), 0, 100);

    StageTime decode = times.stages().get("decode");
    assertEquals(110, decode.busyNanos());
    assertEquals(80, decode.elapsedNanos());
    assertEquals(80, decode.attributedNanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void attributedAndUnattributedMakeUpTheWallToTheNanosecond(long seed) {
    Random random = new Random(seed);
    long start = random.nextLong();
    List<StageInterval> intervals = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long from = start + random.nextInt(1_000_000) - 1_000;
      intervals.add(interval(STAGES[random.nextInt(3)], from, from + random.nextInt(9_000)));
    }

    RunTimes times = RunTimes.of(intervals, start, start + 1_000_000);

    long attributed = times.stages().values().stream().mapToLong(StageTime::attributedNanos).sum();
    assertEquals(1_000_000, attributed + times.unattributedNanos(), () -> "seed " + seed);
  }

  private static StageInterval interval(String stage, long from, long to) {
    return new StageInterval(stage, 1, from, to, 0, 0, 1, 0, 0, 0);
  }
}
