package dev.plumbline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
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
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.table.Findings;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ELT and ETL make one relation and one result of the same rows, to the byte of the last cell, with
 * each engine on each runner.
 */
@ParameterizedClass
@EnumSource
class OneRelationTest {
  private static final List<String> VIEWS =
      List.of(
          "Gene.organism.name",
          "Gene.length",
          "Gene.symbol",
          "Gene.primaryIdentifier",
          "Gene.organism.taxonId");
  private static final int ROWS = 4_000;

  @TempDir static Path first;
  private static LocalMine mine;
  private static RunFindings ran;
  private static List<WrittenFile> relation;

  @Parameter Engines engine;
  @TempDir Path directory;

  @BeforeAll
  static void runsOnce() throws Exception {
    mine = LocalMine.start(new MineConfig(0, 42, ROWS));
    PipelineSpec elt =
        EltPipeline.of(
            plan(900), ReadyEngine.of(Engines.DUCKDB), first, false, SampleSpec.defaults());
    ran = FloorRun.run(elt, "first", 2);
    relation = ran.tables().given().files();
  }

  @AfterAll
  static void stopMine() {
    mine.close();
  }

  @ParameterizedTest
  @EnumSource
  void onTheFloor(Workflow workflow) throws Exception {
    PipelineSpec spec = spec(workflow);

    assertIsTheRelation(FloorRun.run(spec, workflow + "-floor-" + engine, 2), spec);
  }

  @ParameterizedTest
  @CsvSource({"ELT, DIRECT_ENFORCED", "ETL, DIRECT_ENFORCED", "ELT, FLINK", "ETL, FLINK"})
  void inBeam(Workflow workflow, CorrectnessRunner runner) throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    OutcomeFiles outcome = new OutcomeFiles(directory.toString());
    PipelineSpec spec = spec(workflow);

    BeamGraph.build(spec, pipeline, workflow + "-" + engine, new BeamGraph.Shape(4, 2), outcome);
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    assertIsTheRelation(outcome.read(), spec);
  }

  private void assertIsTheRelation(RunFindings findings, PipelineSpec spec) throws IOException {
    assertEquals(
        Optional.empty(), Proof.of(findings, spec, ROWS, SourceTruth.unknown()).mismatch());
    List<WrittenFile> files = findings.tables().given().files();
    Comparison comparison =
        RelationProof.of("first", relation, engine.label(), files, SampleSpec.defaults());
    assertTrue(comparison.exact(), () -> comparison.summary(name -> name));
    assertTrue(
        comparison.invariants().stream().anyMatch(i -> i.name().equals("order_hash")),
        "their order was not compared");
    assertEquals(
        relation.stream().mapToLong(WrittenFile::rows).sum(),
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
    return findings.tables().found(stage.label()).orElseThrow().findings();
  }

  private PipelineSpec spec(Workflow workflow) throws Exception {
    Engine ready = ReadyEngine.of(engine);
    SampleSpec sample = SampleSpec.defaults();
    PipelineSpec spec = workflow.spec(plan(700), ready, directory, true, sample);
    assertEquals(
        workflow == Workflow.ETL && engine != Engines.BEAM,
        spec.stages().contains(Stage.HANDOVER_WRITE),
        "beam takes pages, others files");
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
