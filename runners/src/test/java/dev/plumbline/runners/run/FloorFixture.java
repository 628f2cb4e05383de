package dev.plumbline.runners.run;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.runner.FloorRunner;
import dev.plumbline.runners.runner.RunnerResult;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** A real run of ELT on the floor against a small local mine, to be looked at or tampered with. */
final class FloorFixture implements AutoCloseable {
  static final int ROWS = 3_000;
  private static final long SEED = 7;

  private final LocalMine mine = LocalMine.start(new MineConfig(0, SEED, ROWS));
  private final Path artifacts;
  final ExportPlan plan;

  FloorFixture(Path artifacts) {
    this.artifacts = artifacts;
    this.plan =
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine.serviceRoot().toString()),
                List.of("Gene.primaryIdentifier", "Gene.symbol", "Gene.name", "Gene.length"),
                List.of(),
                ROWS,
                700,
                2,
                new RetryPolicy(1, Duration.ZERO, Duration.ZERO),
                Limits.defaults()));
  }

  PipelineSpec spec(boolean judged) {
    return spec(judged, artifacts);
  }

  /** The same, into another directory that exists. */
  PipelineSpec spec(boolean judged, Path directory) {
    return EltPipeline.of(
        plan,
        new DuckDbEngine(new DuckDb(1, "500MB", artifacts.toString())),
        directory,
        judged,
        SampleSpec.defaults());
  }

  SourceTruth truth() {
    List<String> names = plan.schema().table().names();
    return new MineTruth(new MineConfig(0, SEED, ROWS), plan.fetch().query().xml(), names, ROWS);
  }

  /** What a mine of another seed holds. */
  SourceTruth otherTruth() {
    List<String> names = plan.schema().table().names();
    return new MineTruth(
        new MineConfig(0, SEED + 1, ROWS), plan.fetch().query().xml(), names, ROWS);
  }

  Proof proof(RanPipeline ran) {
    return Proof.of(ran.findings(), ran.spec(), ROWS, truth());
  }

  RanPipeline run(PipelineSpec spec) throws Exception {
    String runId = "run-" + System.nanoTime();
    try (IntervalLog log = IntervalLog.open(runId, interval -> {})) {
      RunnerResult result =
          new FloorRunner().open(2).run(spec, runId, new OutcomeFiles(artifacts.toString()));
      RunTimes times = RunTimes.of(log.intervals(), result.startNanos(), result.endNanos());
      return new RanPipeline(
          spec,
          result.findings(),
          times,
          StageEvidence.of(log.intervals()),
          OptionalLong.empty(),
          result.runner(),
          0);
    }
  }

  @Override
  public void close() {
    mine.close();
  }
}
