package dev.plumbline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.engines.ReadyEngine;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between two stages is seen while the pipeline runs, by its own verdict. */
class PlantedHandoverTest {
  private static final int ROWS = 300;
  private static SmallExport export;

  @TempDir Path directory;

  /** What becomes of the second page on its way to the writer. */
  enum Defect {
    NONE,
    LOST,
    DOUBLED,
    CHANGED
  }

  @BeforeAll
  static void plan() {
    export = SmallExport.of(ROWS);
  }

  @AfterAll
  static void stopMine() {
    export.close();
  }

  @ParameterizedTest
  @EnumSource
  void isSeenOnTheFloor(Defect defect) throws Exception {
    PipelineSpec spec = planted(elt(), defect);

    assertSeen(FloorRun.run(spec, "floor-" + defect, 2), spec, defect);
  }

  @ParameterizedTest
  @EnumSource
  void isSeenInTheGraph(Defect defect) throws Exception {
    PipelineSpec spec = planted(elt(), defect);

    assertSeen(inGraph(spec, CorrectnessRunner.DIRECT_ENFORCED), spec, defect);
  }

  /** Both ways: of the rows to the engine, and of the relation from it. */
  @ParameterizedTest
  @EnumSource
  void bothWaysOfEtlAreSeenByEachRunner(CorrectnessRunner runner) throws Exception {
    PipelineSpec spec =
        EtlPipeline.of(
            export.plan(), ReadyEngine.of(Engines.DUCKDB), directory, true, SampleSpec.defaults());

    ParityVerdict verdict = inGraph(spec, runner).verdict().orElseThrow();

    assertEquals(
        List.of("decode handover_write 6", "join parquet_write 1"),
        verdict.handed().stream()
            .map(way -> way.from() + " " + way.to() + " " + way.taken().pages())
            .toList());
    assertEquals(Optional.empty(), verdict.mismatch());
    assertNotNull(verdict.joined());
  }

  private PipelineSpec elt() throws Exception {
    return EltPipeline.of(
        export.plan(), ReadyEngine.of(Engines.DUCKDB), directory, true, SampleSpec.defaults());
  }

  private RunFindings inGraph(PipelineSpec spec, CorrectnessRunner runner) {
    Pipeline pipeline = Pipeline.create(runner.options());
    OutcomeFiles outcome = new OutcomeFiles(directory.toString());
    BeamGraph.build(spec, pipeline, "graph", new BeamGraph.Shape(2, 2), outcome);
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
    return outcome.read();
  }

  private static void assertSeen(RunFindings findings, PipelineSpec spec, Defect defect) {
    ParityVerdict verdict = findings.verdict().orElseThrow();
    assertEquals(ROWS, verdict.decoded().rows());
    String seen = verdict.mismatch().orElse("");
    String expected =
        switch (defect) {
          case NONE -> "";
          case LOST -> "and parquet_write took up 5 pages of 250 rows";
          case DOUBLED -> "and parquet_write took up 7 pages of 350 rows";
          case CHANGED -> "and parquet_write took up 6 pages of 300 rows";
        };
    assertTrue(seen.contains(expected), seen);
    assertEquals(defect == Defect.NONE, seen.isEmpty(), seen);
    String proven = Proof.of(findings, spec, ROWS, SourceTruth.unknown()).mismatch().orElse("");
    assertTrue(proven.startsWith(seen), proven);
  }

  private static PipelineSpec planted(PipelineSpec spec, Defect defect) {
    List<Step> steps = new ArrayList<>();
    for (Step step : spec.steps()) {
      steps.add(
          step instanceof Step.Write write
              ? new Step.Write(
                  write.stage(),
                  write.source(),
                  new Planted(write.core(), defect),
                  write.directory())
              : step);
    }
    return new PipelineSpec(spec.name(), spec.digest(), steps);
  }

  /** Does something to the second page before a writer sees it. */
  private record Planted(WriteCore right, Defect defect) implements WriteCore {
    private static final long serialVersionUID = 1;

    @Override
    public boolean tellsPages() {
      return right.tellsPages();
    }

    @Override
    public PageWriter open(WritableByteChannel channel) throws IOException {
      PageWriter writer = right.open(channel);
      return new PageWriter() {
        @Override
        public void write(PackedPage page) throws IOException {
          if (page.index() != 1 || defect == Defect.NONE) {
            writer.write(page);
          } else if (defect == Defect.DOUBLED) {
            writer.write(page);
            writer.write(page);
          } else if (defect == Defect.CHANGED) {
            byte[] data = page.data().clone();
            data[data.length - 1] ^= 1;
            writer.write(new PackedPage(page.index(), page.start(), page.rows(), data));
          }
        }

        @Override
        public void finish() throws IOException {
          writer.finish();
        }
      };
    }
  }
}
