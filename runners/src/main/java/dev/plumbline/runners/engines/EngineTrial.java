package dev.plumbline.runners.engines;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.proof.TransformProof;
import dev.plumbline.runners.files.FileTree;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.runners.work.ResultComparison;
import dev.plumbline.runners.work.Work;
import dev.plumbline.runners.work.WorkTrial;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.table.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

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
    Work does = work(kind, work, own);
    WorkTrial.Ended ended =
        new WorkTrial(runner, own, runId).run(does, iteration, position, ledger);
    if (fork.block() == 0 && iteration == 0) {
      ended.comparison().write(Path.of(fork.parity()), does.scenario() + "-" + engine.name());
    }
    FileTree.delete(own);
    return ended.iteration();
  }

  private Work work(String kind, EngineWork work, Path own) {
    Prepared.Kind of = Objects.requireNonNull(prepared.kinds().get(kind));
    EngineInput input = of.input();
    ResultFiles result = new ResultFiles(own.toString(), work.scenario());
    return new Work(
        kind + "." + work.scenario(),
        engine.name(),
        work.stage(engine),
        input.schema(),
        work.input(input),
        input.source().rows(),
        input.contentHash(),
        work.core(engine, input, result),
        found -> compare(of, work, found));
  }

  private ResultComparison compare(Prepared.Kind of, EngineWork work, Findings found) {
    SampleSpec sample = fork.options().export().paritySample().spec();
    Findings expected = of.result(work);
    return work.writes()
        ? ResultComparison.ofRelation(
            of.reference(),
            TransformProof.of(
                of.reference() + " " + work.scenario(),
                expected.files(),
                engine.name() + " " + work.scenario(),
                found.files(),
                sample))
        : ResultComparison.ofFigures(of.reference(), expected, found);
  }
}
