package dev.plumbline.runners.storage;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.engines.EngineReadiness;
import dev.plumbline.runners.environment.ProcessMemory;
import dev.plumbline.runners.files.FileTree;
import dev.plumbline.runners.measure.fork.ForkResult;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerSession;
import dev.plumbline.runners.run.RunnerStart;
import dev.plumbline.runners.work.Work;
import dev.plumbline.runners.work.WorkTrial;
import dev.plumbline.transforms.artifact.HeldTables;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.parquet.ParquetTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of a form's fork: all works over the files of one form. Works come in an order of their
 * own in each block, the same for both forms.
 */
public final class StorageChild implements ChildTask {
  private static final int PAGE_ROWS = 5_000;
  private static final double NANOS = 1e9;

  /** For the launcher, which names this class on the child's command line. */
  public StorageChild() {}

  @Override
  public ChildOutcome run(Path partialDirectory) throws Exception {
    long begun = System.nanoTime();
    StorageForkOptions fork = OptionsFile.read(partialDirectory, StorageForkOptions.class);
    Path directory = partialDirectory.toAbsolutePath();
    StoragePrepared prepared = StoragePrepared.read(Path.of(fork.prepared()));
    WorkflowOptions how = fork.options().export();
    Ledger ledger = Ledger.ofThisJvm();
    List<Iteration> iterations = new ArrayList<>();
    long working = System.nanoTime();
    Map<String, StorageEngine> engines = engines(prepared, how, ledger);
    List<StorageWork> works = StorageWork.all(prepared.pairs(), List.copyOf(engines.keySet()));
    Collections.shuffle(works, new Random(fork.seed() * 31 + fork.block()));
    try (RunnerSession runner = RunnerStart.open(how.runner(), how.parallelism(), ledger)) {
      for (int position = 0; position < works.size(); position++) {
        for (int i = 0; i <= fork.warmIterations(); i++) {
          Path own = Files.createDirectory(directory.resolve("run-" + position + "-" + i));
          String runId = directory.getFileName() + "/" + own.getFileName();
          WorkTrial trial = new WorkTrial(runner, own, runId);
          StorageWork next = works.get(position);
          iterations.add(
              run(trial, fork, next, engines, i, position, Ledger.after(ledger)).iteration());
          FileTree.delete(own);
        }
      }
    }
    double work = (System.nanoTime() - working) / NANOS;
    new ForkResult(iterations, ledger.entries().getOrDefault("jvm_start", 0.0), work)
        .write(partialDirectory);
    return ChildOutcome.done(
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), ProcessMemory.peakRssBytes());
  }

  /** Rows that are written are in memory before the clock starts. */
  private static WorkTrial.Ended run(
      WorkTrial trial,
      StorageForkOptions fork,
      StorageWork next,
      Map<String, StorageEngine> engines,
      int iteration,
      int position,
      Ledger ledger)
      throws Exception {
    if (next.kind() != StorageWork.Kind.WRITE) {
      StorageEngine engine = Objects.requireNonNull(engines.get(next.engine()));
      return trial.run(next.reading(fork.form(), engine), iteration, position, ledger);
    }
    HeldTables.hold(
        trial.runId(), new ParquetTable(next.pair().parquet(), next.pair().schema(), PAGE_ROWS));
    try {
      Work writing = next.writing(fork.form(), trial.runId(), trial.directory());
      return trial.run(writing, iteration, position, ledger);
    } finally {
      HeldTables.release(trial.runId());
    }
  }

  private static Map<String, StorageEngine> engines(
      StoragePrepared prepared, WorkflowOptions how, Ledger ledger) throws Exception {
    Map<String, StorageEngine> engines = new LinkedHashMap<>();
    for (EngineReadiness ready : prepared.engines()) {
      if (ready.missing() == null) {
        Engines kind = Engines.of(ready.name()).orElseThrow();
        Engine engine = kind.with(how.engine().settings(kind, how.parallelism()));
        ledger.time(engine.name() + "_start", engine::start);
        engines.put(engine.name(), (StorageEngine) engine);
      }
    }
    return engines;
  }
}
