package dev.plumbline.pipelines.elt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EltPipelineTest {
  private static final List<String> GENE_CORE =
      List.of(
          "Gene.primaryIdentifier",
          "Gene.secondaryIdentifier",
          "Gene.symbol",
          "Gene.name",
          "Gene.briefDescription",
          "Gene.organism.name",
          "Gene.organism.taxonId");
  private static final int ROWS = 5_000;

  private static LocalMine mine;

  @TempDir Path directory;

  @BeforeAll
  static void startMine() {
    mine = LocalMine.start(new MineConfig(0, 42, ROWS));
  }

  @AfterAll
  static void stopMine() {
    mine.close();
  }

  @Test
  void floorWritesWhatItDecoded() throws Exception {
    PipelineSpec spec = spec(700, directory);

    RunFindings findings = FloorRun.run(spec, "floor", 2);

    assertProven(findings, spec);
  }

  @ParameterizedTest
  @EnumSource
  void beamFindsTheSameAsTheFloor(CorrectnessRunner runner) throws Exception {
    Path floorDirectory = Files.createDirectory(directory.resolve("floor"));
    RunFindings floor = FloorRun.run(spec(1_000, floorDirectory), "floor-" + runner, 2);
    Path beamDirectory = Files.createDirectory(directory.resolve("beam"));
    Pipeline pipeline = Pipeline.create(runner.options());
    OutcomeFiles outcome = new OutcomeFiles(beamDirectory.toString());

    BeamGraph.build(spec(700, beamDirectory), pipeline, "beam", new BeamGraph.Shape(4, 2), outcome);
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    RunFindings beam = outcome.read();
    assertProven(beam, spec(700, beamDirectory));
    assertEquals(floor.decoded(), beam.decoded());
    for (int i = 0; i < 3; i++) {
      assertEquals(
          floor.tables().findings().get(i).findings().figures(),
          beam.tables().findings().get(i).findings().figures());
    }
  }

  private static void assertProven(RunFindings findings, PipelineSpec judged) {
    Proof proof = Proof.of(findings, judged, ROWS, SourceTruth.unknown());
    assertEquals(Optional.empty(), proof.mismatch());
    assertEquals(Set.of(Stage.PARQUET_WRITE.label()), proof.comparisons().keySet());
    assertEquals(ROWS, findings.tables().table().rows());
  }

  private static PipelineSpec spec(int pageSize, Path artifacts) {
    ExportPlan plan =
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine.serviceRoot().toString()),
                GENE_CORE,
                List.of(),
                ROWS,
                pageSize,
                4,
                RetryPolicy.defaults(),
                Limits.defaults()));
    return EltPipeline.of(
        plan,
        new DuckDbEngine(new DuckDb(2, "1GB", artifacts.toString())),
        artifacts,
        true,
        SampleSpec.defaults());
  }
}
