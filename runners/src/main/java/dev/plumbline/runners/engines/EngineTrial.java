package dev.plumbline.runners.engines;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.proof.TransformProof;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.EngineCell;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.files.FileTree;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.measure.fork.GcTime;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.Measurement;
import dev.plumbline.runners.run.Measuring;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs one work of one engine, and holds its result to the reference.
 *
 * @param fork what the fork was told
 * @param prepared what it takes in, and what must come out
 * @param engine the engine, started
 * @param runner the runner, started
 * @param directory of the fork, absolute
 */
record EngineTrial(
    EngineForkOptions fork,
    Prepared prepared,
    Engine engine,
    RunnerSession runner,
    Path directory) {

  Iteration run(String kind, EngineWork work, int iteration, int position, Ledger ledger)
      throws Exception {
    Path own = Files.createDirectory(directory.resolve("run-" + position + "-" + iteration));
    String runId = directory.getFileName() + "/" + own.getFileName();
    Prepared.Kind of = Objects.requireNonNull(prepared.kinds().get(kind));
    PipelineSpec spec =
        work.spec(engine, of.input(), new ResultFiles(own.toString(), work.scenario()))
            .named(kind + "." + work.scenario());
    double gcBefore = GcTime.seconds();
    Measurement measured =
        new Measuring(runner, Optional.empty(), work.input(of.input()).rows(), own, runId, ledger)
            .run(spec);
    StageFindings found = found(measured.ran(), work.stage(engine));
    ResultComparison compared = ledger.time("verify", () -> compare(of, work, found.findings()));
    if (fork.block() == 0 && iteration == 0) {
      compared.write(Path.of(fork.parity()), spec.name() + "-" + engine.name());
    }
    Cell cell =
        new EngineCell(
                engine.name(),
                work.stage(engine),
                of.input(),
                work.input(of.input()),
                measured.ran())
            .of(compared.mismatch());
    FileTree.delete(own);
    boolean valid = cell.shownTiming().isPresent();
    return new Iteration(
        iteration,
        position,
        cell,
        valid ? StageSeconds.of(measured.ran()) : Map.of(),
        valid ? measured.cpuSeconds() + used(found.findings()).cpuNanos() / 1e9 : null,
        valid ? Math.round((GcTime.seconds() - gcBefore) * 1e3) / 1e3 : null,
        Math.max(found.peakRssBytes(), used(found.findings()).peakRssBytes()),
        false,
        ledger.entries());
  }

  /** What the engine took outside of this process. */
  private static EngineUse used(Findings findings) {
    return Objects.requireNonNullElse(findings.use(), new EngineUse(0, 0, 0));
  }

  private static StageFindings found(RanPipeline ran, Stage stage) {
    return ran.findings().tables().findings().stream()
        .filter(found -> found.stage().equals(stage.label()))
        .findFirst()
        .orElseThrow();
  }

  private ResultComparison compare(Prepared.Kind of, EngineWork work, Findings found) {
    SampleSpec sample = fork.options().export().paritySample().spec();
    Findings expected = of.result(work);
    if (!work.writes()) {
      return ResultComparison.ofFigures(of.reference(), expected, found);
    }
    Comparison comparison =
        TransformProof.of(
            of.reference() + " " + work.scenario(),
            expected.files(),
            engine.name() + " " + work.scenario(),
            found.files(),
            sample);
    return ResultComparison.ofRelation(of.reference(), comparison);
  }
}
