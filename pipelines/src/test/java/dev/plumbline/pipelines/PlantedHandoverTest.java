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
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
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
    CHANGED;

    List<PackedPage> of(PackedPage page) {
      byte[] data = page.data().clone();
      data[data.length - 1] ^= 1;
      return page.index() != 1
          ? List.of(page)
          : switch (this) {
            case NONE -> List.of(page);
            case LOST -> List.of();
            case DOUBLED -> List.of(page, page);
            case CHANGED -> List.of(new PackedPage(page.index(), page.start(), page.rows(), data));
          };
    }
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

  /** An engine that takes pages is seen by what it took up, not by files. */
  @ParameterizedTest
  @EnumSource
  void isSeenBetweenDecodeAndJoin(Defect defect) throws Exception {
    PipelineSpec spec =
        planted(
            EtlPipeline.of(
                export.plan(),
                ReadyEngine.of(Engines.BEAM),
                directory,
                true,
                SampleSpec.defaults()),
            defect);

    assertSeen(inGraph(spec, CorrectnessRunner.DIRECT_ENFORCED), spec, defect, "join");
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
    assertSeen(findings, spec, defect, "parquet_write");
  }

  private static void assertSeen(
      RunFindings findings, PipelineSpec spec, Defect defect, String taker) {
    ParityVerdict verdict = findings.verdict().orElseThrow();
    assertEquals(ROWS, verdict.decoded().rows());
    String seen = verdict.mismatch().orElse("");
    String expected =
        switch (defect) {
          case NONE -> "";
          case LOST -> "and " + taker + " took up 5 pages of 250 rows";
          case DOUBLED -> "and " + taker + " took up 7 pages of 350 rows";
          case CHANGED -> "and " + taker + " took up 6 pages of 300 rows";
        };
    assertTrue(seen.contains(expected), seen);
    assertEquals(defect == Defect.NONE, seen.isEmpty(), seen);
    String proven = Proof.of(findings, spec, ROWS, SourceTruth.unknown()).mismatch().orElse("");
    assertTrue(proven.startsWith(seen), proven);
  }

  private static PipelineSpec planted(PipelineSpec spec, Defect defect) {
    List<Step> steps = new ArrayList<>();
    for (Step step : spec.steps()) {
      if (step instanceof Step.Write write) {
        WriteCore core = new Planted(write.core(), defect);
        steps.add(new Step.Write(write.stage(), write.source(), core, write.directory()));
      } else if (step instanceof Step.JoinPages join) {
        steps.add(new Step.JoinPages(new PlantedPages(join.work(), defect)));
      } else {
        steps.add(step);
      }
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
          for (PackedPage given : defect.of(page)) {
            writer.write(given);
          }
        }

        @Override
        public void finish() throws IOException {
          writer.finish();
        }
      };
    }
  }

  /** Does the same before a join takes the page. */
  private record PlantedPages(PageWork right, Defect defect) implements PageWork {
    private static final long serialVersionUID = 1;

    @Override
    public Findings run(List<PackedPage> pages) {
      return right.run(pages);
    }

    @Override
    public PTransform<PCollection<PackedPage>, PCollectionTuple> spread(
        StageClock clock, int shards) {
      return new Spread(right.spread(clock, shards), defect);
    }

    private static final class Spread
        extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
      private static final long serialVersionUID = 1;

      private final PTransform<PCollection<PackedPage>, PCollectionTuple> right;
      private final Defect defect;

      Spread(PTransform<PCollection<PackedPage>, PCollectionTuple> right, Defect defect) {
        this.right = right;
        this.defect = defect;
      }

      @Override
      public PCollectionTuple expand(PCollection<PackedPage> pages) {
        return pages
            .apply(
                "Plant", FlatMapElements.into(TypeDescriptor.of(PackedPage.class)).via(defect::of))
            .setCoder(PackedPageCoder.of())
            .apply("Right", right);
      }
    }
  }
}
