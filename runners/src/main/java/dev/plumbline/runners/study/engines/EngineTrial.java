package dev.plumbline.runners.study.engines;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.runners.study.TrialLoop;
import dev.plumbline.runners.study.Work;
import dev.plumbline.runners.study.WorkTrial;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One work over one kind of query.
 *
 * @param kind the kind of query
 * @param work the work
 */
record EngineTrial(String kind, EngineWork work) {
  /** What its cells are called. */
  String scenario() {
    return kind + "." + work.scenario();
  }

  /** Every work over every kind. */
  static List<EngineTrial> all(Prepared prepared) {
    List<EngineTrial> trials = new ArrayList<>();
    for (String kind : prepared.kinds().keySet()) {
      for (EngineWork work : EngineWork.values()) {
        trials.add(new EngineTrial(kind, work));
      }
    }
    return trials;
  }

  /**
   * Runs works of one engine, and holds their results to the reference.
   *
   * @param rehearsal whether comparisons are kept
   * @param parity the directory that they are kept in
   * @param how how everything runs
   * @param prepared what it takes in, and what must come out
   * @param engine the engine, started
   */
  record Turns(
      boolean rehearsal, Path parity, WorkflowOptions how, Prepared prepared, Engine engine)
      implements TrialLoop.Turn<EngineTrial> {
    @Override
    public WorkTrial.Ended run(
        WorkTrial trial, EngineTrial next, int iteration, int position, Ledger entries)
        throws Exception {
      Work does = work(next, trial.directory());
      WorkTrial.Ended ended = trial.run(does, iteration, position, entries);
      if (rehearsal && iteration == 0) {
        ended.comparison().write(parity, does.scenario() + "-" + engine.name());
      }
      return ended;
    }

    private Work work(EngineTrial next, Path own) {
      Prepared.Kind of = Objects.requireNonNull(prepared.kinds().get(next.kind()));
      EngineInput input = of.input();
      EngineWork work = next.work();
      ResultFiles result = new ResultFiles(own.toString(), work.scenario());
      return new Work(
          next.scenario(),
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
      SampleSpec sample = how.proof().paritySample().spec();
      Findings expected = of.result(work);
      return work.writes()
          ? ResultComparison.ofRelation(
              of.reference(),
              RelationProof.of(
                  of.reference() + " " + work.scenario(),
                  expected.files(),
                  engine.name() + " " + work.scenario(),
                  found.files(),
                  sample),
              new ShownNames(how.showsRows(), work.columns()))
          : ResultComparison.ofFigures(of.reference(), expected, found);
    }
  }
}
