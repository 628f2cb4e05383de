package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.transforms.engine.beam.BeamEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps all rows in the heap is refused where they cannot fit, and nothing else is. */
class HeapGuardTest {
  private static final long SMALL = 100_000;

  @TempDir Path directory;

  @Test
  void rowsThatAreHeldMustFit() {
    try (FloorFixture fixture = new FloorFixture(directory)) {
      PipelineSpec files = fixture.spec(true);
      PipelineSpec pages =
          EtlPipeline.of(fixture.plan, new BeamEngine(2), directory, true, SampleSpec.defaults());

      assertRefuses(Runners.DIRECT, fixture, pages);
      assertRefuses(Runners.FLOOR, fixture, pages);
      PipelineSpec grouped =
          EltPipeline.of(fixture.plan, new BeamEngine(2), directory, true, SampleSpec.defaults());
      assertRefuses(Runners.DIRECT, fixture, grouped);
      assertTakes(Runners.FLOOR, fixture, grouped, SMALL);
      assertTakes(Runners.FLOOR, fixture, files, SMALL);
      assertTakes(Runners.DIRECT, fixture, files, SMALL);
      assertTakes(Runners.FLINK_LOCAL, fixture, pages, SMALL);
      assertTakes(Runners.FLOOR, fixture, pages, 1L << 30);
      assertTakes(Runners.DIRECT, fixture, pages, 1L << 30);
    }
  }

  private static void assertRefuses(Runners runner, FloorFixture fixture, PipelineSpec spec) {
    UsageException refused =
        assertThrows(
            UsageException.class, () -> HeapGuard.check(runner, fixture.plan, spec, SMALL));
    String said = String.valueOf(refused.getMessage());
    String expected = "--runner " + runner.label() + " keeps all rows in the heap: 3,000 rows x ";
    assertTrue(said.startsWith(expected), said);
  }

  private static void assertTakes(
      Runners runner, FloorFixture fixture, PipelineSpec spec, long heapBytes) {
    assertDoesNotThrow(() -> HeapGuard.check(runner, fixture.plan, spec, heapBytes));
  }
}
