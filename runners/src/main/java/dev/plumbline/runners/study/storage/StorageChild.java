package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.PreparedFile;
import dev.plumbline.runners.study.TrialLoop;
import dev.plumbline.runners.study.Work;
import dev.plumbline.runners.study.WorkTrial;
import dev.plumbline.transforms.artifact.InMemoryTables;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.parquet.ParquetTable;
import dev.plumbline.transforms.table.FileForm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The JVM of a form's fork: all works over the files of one form. Works come in an order of their
 * own in each block, the same for both forms.
 */
@TaskName("storage")
public final class StorageChild implements ChildTask {
  private static final int PAGE_ROWS = 5_000;

  /** Every work is done in one piece, by threads of its own. */
  private static final int ONE_WORKER = 1;

  /** For the forked JVM, whose main makes it. */
  public StorageChild() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    TrialLoop loop = TrialLoop.begin(directory);
    ForkPlan fork = request.plan();
    FileForm form = FileForm.valueOf(fork.arm().toUpperCase(Locale.ROOT));
    WorkflowOptions how = request.options(StorageOptions.class).export();
    StoragePrepared prepared =
        PreparedFile.read(Path.of(Objects.requireNonNull(fork.prepared())), StoragePrepared.class);
    Map<String, StorageEngine> engines = engines(prepared, how, loop.ledger());
    return loop.run(
        how.running().runner(),
        ONE_WORKER,
        fork,
        StorageWork.all(prepared.pairs(), List.copyOf(engines.keySet())),
        (trial, next, iteration, position, entries) ->
            run(trial, form, next, engines, iteration, position, entries));
  }

  /** Rows that are written are in memory before the clock starts. */
  private static WorkTrial.Ended run(
      WorkTrial trial,
      FileForm form,
      StorageWork next,
      Map<String, StorageEngine> engines,
      int iteration,
      int position,
      Ledger ledger)
      throws Exception {
    if (next.kind() != StorageWork.Kind.WRITE) {
      StorageEngine engine = Objects.requireNonNull(engines.get(next.engine()));
      return trial.run(next.reading(form, engine), iteration, position, ledger);
    }
    InMemoryTables.hold(
        trial.runId(), new ParquetTable(next.pair().parquet(), next.pair().schema(), PAGE_ROWS));
    try {
      Work writing = next.writing(form, trial.runId(), trial.directory());
      return trial.run(writing, iteration, position, ledger);
    } finally {
      InMemoryTables.release(trial.runId());
    }
  }

  private static Map<String, StorageEngine> engines(
      StoragePrepared prepared, WorkflowOptions how, Ledger ledger) throws Exception {
    Map<String, StorageEngine> engines = new LinkedHashMap<>();
    for (String ready : EngineReadiness.ready(prepared.engines())) {
      Engines kind = Engines.of(ready).orElseThrow();
      Engine engine = kind.with(how.engine().settings(kind, how.running().parallelism()));
      ledger.time(engine.name() + "_start", engine::start);
      engines.put(engine.name(), (StorageEngine) engine);
    }
    return engines;
  }
}
