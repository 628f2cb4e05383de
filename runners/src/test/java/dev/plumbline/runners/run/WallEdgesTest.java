package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.pipelines.clocks.RunWindow;
import dev.plumbline.runners.runner.Launch;
import dev.plumbline.transforms.clock.StageInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallEdgesTest {
  private static final long START = Long.MAX_VALUE - 4_000_000; // the clock wraps within the run
  private static final RunWindow WINDOW = new RunWindow(START, at(9_000_000));
  private static final List<StageInterval> INTERVALS =
      List.of(interval(7_000_000, 7_100_000), interval(5_000_000, 8_500_000));

  @Test
  void splitsWhatPassedBeforeTheFirstStage() {
    assertEquals(
        Map.of(
            "of_wall_construction", 1_000L,
            "of_wall_translation", 2_000L,
            "of_wall_submit", 2_000L,
            "of_wall_after_last_stage", 500L),
        parts(1_000_000, 3_000_000));
  }

  @Test
  void leavesItWholeWhereNothingWasTranslated() {
    assertEquals(
        Map.of("of_wall_before_first_stage", 5_000L, "of_wall_after_last_stage", 500L),
        WallEdges.micros(INTERVALS, WINDOW, Optional.empty()));
  }

  @Test
  void keepsAnInstantOfACoarserClockBetweenItsNeighbours() {
    assertEquals(0, parts(1_000_000, 900_000).get("of_wall_translation"));
    assertEquals(4_000, parts(1_000_000, 5_700_000).get("of_wall_translation"));
    assertEquals(0, parts(1_000_000, 5_700_000).get("of_wall_submit"));
  }

  @Test
  void countsARunWithoutStagesAsBeforeTheFirst() {
    assertEquals(
        Map.of("of_wall_before_first_stage", 9_000L, "of_wall_after_last_stage", 0L),
        WallEdges.micros(List.of(), WINDOW, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void partsMakeUpTheTimeBeforeTheFirstStageToTheMicrosecond(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 1_000; run++) {
      long first = random.nextInt(9_000_000);
      Optional<Launch> launch =
          Optional.of(new Launch(at(random.nextInt(9_000)), at(random.nextInt(10_000_000))));

      Map<String, Long> parts =
          WallEdges.micros(List.of(interval(first, 9_000_000)), WINDOW, launch);

      long sum =
          parts.get("of_wall_construction")
              + parts.get("of_wall_translation")
              + parts.get("of_wall_submit");
      assertEquals(RunMicros.rounded(first), sum, () -> "seed " + seed + ": " + parts);
      assertTrue(parts.values().stream().allMatch(part -> part >= 0), () -> seed + ": " + parts);
    }
  }

  private static Map<String, Long> parts(long constructed, long translated) {
    return WallEdges.micros(
        INTERVALS, WINDOW, Optional.of(new Launch(at(constructed), at(translated))));
  }

  private static long at(long offset) {
    return START + offset;
  }

  private static StageInterval interval(long from, long to) {
    return new StageInterval("fetch", 1, at(from), at(to), 0, 0, 1, 0, 0, 0);
  }
}
