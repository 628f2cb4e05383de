package dev.plumbline.pipelines.etl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.engines.ReadyEngine;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ETL loads is what ELT's join makes of the same rows, to the byte of the last cell. */
@ParameterizedClass
@EnumSource(
    value = Engines.class,
    names = {"POLARS", "BEAM"})
class EtlPipelineTest {
  private static final List<String> VIEWS =
      List.of(
          "Gene.organism.name",
          "Gene.length",
          "Gene.symbol",
          "Gene.primaryIdentifier",
          "Gene.organism.taxonId");
  private static final int ROWS = 4_000;

  @TempDir static Path loaded;
  private static LocalMine mine;
  private static RunFindings ran;
  private static List<WrittenFile> ofElt;

  @Parameter Engines engine;
  @TempDir Path directory;

  @BeforeAll
  static void joinsAfterLoad() throws Exception {
    mine = LocalMine.start(new MineConfig(0, 42, ROWS));
    PipelineSpec elt =
        EltPipeline.of(
            plan(900), ReadyEngine.of(Engines.DUCKDB), loaded, false, SampleSpec.defaults());
    ran = FloorRun.run(elt, "elt", 2);
    ofElt = ran.tables().given().files();
  }

  @AfterAll
  static void stopMine() {
    mine.close();
  }

  @Test
  void floorGivesTheRelationOfElt() throws Exception {
    assertIsEltsRelation(FloorRun.run(spec(), "etl-floor-" + engine, 2));
  }

  @ParameterizedTest
  @EnumSource
  void beamGivesTheRelationOfElt(CorrectnessRunner runner) throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    OutcomeFiles outcome = new OutcomeFiles(directory.toString());

    BeamGraph.build(spec(), pipeline, "etl-" + engine, new BeamGraph.Shape(4, 2), outcome);
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    assertIsEltsRelation(outcome.read());
  }

  private void assertIsEltsRelation(RunFindings findings) throws IOException {
    assertEquals(
        Optional.empty(), Proof.of(findings, spec(), ROWS, SourceTruth.unknown()).mismatch());
    List<WrittenFile> files = findings.tables().given().files();
    Comparison comparison =
        RelationProof.of("elt", ofElt, engine.label(), files, SampleSpec.defaults());
    assertTrue(comparison.exact(), () -> comparison.summary(name -> name));
    assertTrue(
        comparison.invariants().stream().anyMatch(i -> i.name().equals("order_hash")),
        "their order was not compared");
    assertEquals(
        ofElt.stream().mapToLong(WrittenFile::rows).sum(),
        files.stream().mapToLong(WrittenFile::rows).sum());
    assertEquals(ROWS, found(findings, Stage.JOIN).rowsRead());
    assertEquals(
        found(ran, Stage.ANALYTICS).resultHash(), found(findings, Stage.ANALYTICS).resultHash());
    assertEquals(
        files.stream().map(file -> Path.of(file.path())).collect(Collectors.toSet()),
        parquetIn(directory),
        "what is loaded is the result, and nothing else");
  }

  /** The Parquet files of a folder, unfinished ones among them. */
  private static Set<Path> parquetIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().contains(".parquet"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Findings found(RunFindings findings, Stage stage) {
    return findings.tables().findings().stream()
        .filter(found -> found.stage().equals(stage.label()))
        .map(StageFindings::findings)
        .findFirst()
        .orElseThrow();
  }

  private PipelineSpec spec() {
    PipelineSpec spec =
        EtlPipeline.of(plan(700), ReadyEngine.of(engine), directory, true, SampleSpec.defaults());
    assertEquals(
        List.of(
            Stage.FETCH,
            Stage.DECODE,
            Stage.HANDOVER_WRITE,
            Stage.JOIN,
            Stage.ANALYTICS,
            Stage.PARQUET_WRITE),
        spec.stages());
    return spec;
  }

  private static ExportPlan plan(int pageSize) {
    return ExportPlanner.plan(
        new ExportRequest(
            ServiceRoot.parse(mine.serviceRoot().toString()),
            VIEWS,
            List.of(),
            ROWS,
            pageSize,
            4,
            RetryPolicy.defaults(),
            Limits.defaults()));
  }
}
