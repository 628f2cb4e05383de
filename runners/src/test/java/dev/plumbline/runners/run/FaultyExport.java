package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.faults.FaultLog;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.runner.FloorRunner;
import dev.plumbline.runners.runner.RunnerResult;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.decode.PageException;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.fetch.FetchSpec;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** ELT on the floor against a local mine that misbehaves. */
final class FaultyExport {
  static final int ROWS = 600;

  /** One by which the export is planned, one for each 100 rows, and one behind the last row. */
  static final int PAGES = 8;

  private static final int PAGE_SIZE = 100;
  private static final List<String> VIEWS =
      List.of("Gene.primaryIdentifier", "Gene.symbol", "Gene.length", "Gene.organism.name");

  private FaultyExport() {}

  /**
   * What came of it.
   *
   * @param mine the mine's address
   * @param message why it failed or is not believed; empty if all is well
   * @param rightRows how many rows came out exactly as the mine holds them: all or none
   */
  record Outcome(String mine, String message, long rightRows, FaultLog log) {
    int requests(long start) {
      return log.requests(start);
    }

    int pageRequests() {
      return log.pageRequests();
    }
  }

  static Outcome run(Path directory, String faults, int tries) throws Exception {
    FaultSpec spec = FaultSpec.parse(faults);
    MineConfig config = new MineConfig(0, 42, ROWS, spec);
    try (LocalMine mine = LocalMine.start(config)) {
      String root = mine.serviceRoot().toString();
      FaultLog log = mine.faults().orElseThrow();
      try {
        return proven(directory, config, impatient(plan(root, tries), faults), log);
      } catch (RunFailure | MineException | PageException e) {
        return new Outcome(root, String.valueOf(e.getMessage()), 0, log);
      }
    }
  }

  private static Outcome proven(Path directory, MineConfig config, ExportPlan plan, FaultLog log)
      throws Exception {
    Path artifacts = Files.createTempDirectory(directory, "run");
    DuckDbEngine engine = new DuckDbEngine(new DuckDb(1, "500MB", artifacts.toString()));
    PipelineSpec pipeline = EltPipeline.of(plan, engine, artifacts, true, SampleSpec.defaults());
    String runId = artifacts.getFileName().toString();
    RunnerResult result = onFloor(pipeline, runId, artifacts);
    MineTruth truth =
        new MineTruth(
            config, plan.fetch().query().xml(), plan.schema().table().names(), plan.pages().rows());
    Proof proof = Proof.of(result.findings(), pipeline, plan.pages().rows(), truth);
    String root = plan.fetch().root().url();
    return proof
        .mismatch()
        .map(why -> new Outcome(root, "parity: " + why + place(proof, plan), 0, log))
        .orElseGet(() -> new Outcome(root, "", proof.digest().orElseThrow().rows(), log));
  }

  private static String place(Proof proof, ExportPlan plan) {
    return proof.firstLost().isPresent() ? "; " + plan.place(proof.firstLost().getAsLong()) : "";
  }

  private static RunnerResult onFloor(PipelineSpec pipeline, String runId, Path artifacts)
      throws Exception {
    try (IntervalLog intervals = IntervalLog.open(runId, interval -> {})) {
      assertTrue(intervals.intervals().isEmpty());
      return new FloorRunner().open(2).run(pipeline, runId, new OutcomeFiles(artifacts.toString()));
    } catch (Exception e) {
      throw RunFailure.of(e);
    }
  }

  private static ExportPlan plan(String root, int tries) {
    RetryPolicy retries = new RetryPolicy(tries, Duration.ofMillis(1), Duration.ofMillis(1));
    Limits limits = limits(Duration.ofSeconds(30));
    return ExportPlanner.plan(
        new ExportRequest(
            ServiceRoot.parse(root), VIEWS, List.of(), 10 * ROWS, PAGE_SIZE, 3, retries, limits));
  }

  /** Impatient only with pages that will not come: a busy machine is slow, too. */
  private static ExportPlan impatient(ExportPlan plan, String faults) {
    boolean slow = faults.startsWith("stall") || faults.startsWith("drip");
    FetchSpec f = plan.fetch();
    Limits limits = slow ? limits(Duration.ofMillis(1_500)) : f.limits();
    return new ExportPlan(
        plan.serviceVersion(),
        plan.modelDigest(),
        new FetchSpec(f.root(), f.query(), f.workers(), f.retries(), limits),
        plan.schema(),
        plan.mineRows(),
        plan.pages(),
        plan.bodyBytesPerRow());
  }

  private static Limits limits(Duration patience) {
    return new Limits(patience, patience, patience, 1 << 20, 1 << 20, 1 << 10, 200);
  }
}
