package dev.plumbline.pipelines.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMicrosTest {
  @Test
  void givesTheMissingMicrosecondToWhoLostMost() {
    // Rounded one by one: 1 + 1 + 1 = 3 microseconds of 4.
    RunMicros micros =
        new RunTimes(4_350, 1_450, Map.of("decode", alone(1_460), "fetch", alone(1_440))).micros();

    assertEquals(4, micros.wall());
    assertEquals(1, micros.unattributed());
    assertEquals(2, micros.stages().get("decode").attributed());
    assertEquals(1, micros.stages().get("fetch").attributed());
  }

  @Test
  void takesAMicrosecondFromWhoGainedMost() {
    // Rounded one by one: 2 + 2 + 2 = 6 microseconds of 5.
    RunMicros micros =
        new RunTimes(4_800, 1_600, Map.of("decode", alone(1_650), "fetch", alone(1_550))).micros();

    assertEquals(5, micros.wall());
    assertEquals(2, micros.unattributed());
    assertEquals(2, micros.stages().get("decode").attributed());
    assertEquals(1, micros.stages().get("fetch").attributed());
  }

  @Test
  void neverRoundsAStageBelowItsShare() {
    StageMicros decode =
        new RunTimes(2_800, 1_400, Map.of("decode", alone(1_400))).micros().stages().get("decode");
    StageMicros fetch =
        new RunTimes(2_520, 1_110, Map.of("fetch", alone(1_410))).micros().stages().get("fetch");

    assertEquals(new StageMicros(1, 1, 1, 0), decode);
    assertEquals(new StageMicros(2, 2, 2, 0), fetch);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void addsUpAndShiftsNothingByAMicrosecond(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      RunTimes times = times(random);

      RunMicros micros = times.micros();

      String message = "seed " + seed + ", run " + run + ": " + times + " became " + micros;
      long attributed = micros.stages().values().stream().mapToLong(StageMicros::attributed).sum();
      assertEquals(micros.wall(), attributed + micros.unattributed(), message);
      assertNear(times.wallNanos(), micros.wall(), message);
      assertNear(times.unattributedNanos(), micros.unattributed(), message);
      assertEquals(times.stages().keySet(), micros.stages().keySet(), message);
      for (Map.Entry<String, StageTime> stage : times.stages().entrySet()) {
        StageMicros rounded = micros.stages().get(stage.getKey());
        assertNear(stage.getValue().busyNanos(), rounded.busy(), message);
        assertNear(stage.getValue().elapsedNanos(), rounded.elapsed(), message);
        assertNear(stage.getValue().attributedNanos(), rounded.attributed(), message);
        assertTrue(rounded.attributed() <= rounded.elapsed(), message);
        assertTrue(rounded.elapsed() <= rounded.busy(), message);
        assertTrue(rounded.elapsed() <= micros.wall(), message);
      }
    }
  }

  private static RunTimes times(Random random) {
    Map<String, StageTime> stages = new HashMap<>();
    int count = random.nextInt(7);
    long unattributed = random.nextInt(5_000);
    long wall = unattributed;
    for (int i = 0; i < count; i++) {
      long attributed = random.nextInt(5_000);
      wall += attributed;
      stages.put("stage-" + i, alone(attributed));
    }
    return new RunTimes(wall, unattributed, stages);
  }

  /** A stage that shares its time with none: busy, elapsed and attributed are the same. */
  private static StageTime alone(long nanos) {
    return new StageTime(nanos, nanos, nanos, 0, 0, 1, 0, 0, 0);
  }

  private static void assertNear(long nanos, long micros, String message) {
    assertTrue(Math.abs(micros * 1_000 - nanos) < 1_000, message);
  }
}
