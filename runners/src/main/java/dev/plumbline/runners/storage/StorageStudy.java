package dev.plumbline.runners.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.engines.EngineReadiness;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.measure.Experiment;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.StorageOptions;
import dev.plumbline.runners.serve.ServedMine;
import dev.plumbline.runners.work.PreparingJvm;
import dev.plumbline.runners.work.Repetitions;
import dev.plumbline.transforms.table.FileForm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * CSV against Parquet: pairs of the same rows are made ready and proven in one JVM, then each form
 * is written, loaded and scanned in forks of its own, interleaved in blocks.
 */
public final class StorageStudy implements Study {
  private static final String NAME = "storage";

  private final StorageOptions options;
  private final Repetitions repetitions;
  private final UnaryOperator<Class<? extends ChildTask>> forks;
  private final ForkStart forkStart;
  private @Nullable Path prepared;
  private @Nullable StorageReport made;

  /**
   * A study.
   *
   * @param forks takes the task that is named here and gives the one that a fork runs
   * @param forkStart starts the JVM that makes everything ready
   */
  public StorageStudy(
      StorageOptions options,
      Repetitions repetitions,
      UnaryOperator<Class<? extends ChildTask>> forks,
      ForkStart forkStart) {
    this.options = options;
    this.repetitions = repetitions;
    this.forks = forks;
    this.forkStart = forkStart;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String resultsDir() {
    return options.export().resultsDir();
  }

  @Override
  public @Nullable String jsonOut() {
    return options.export().jsonOut();
  }

  @Override
  public boolean strictParity() {
    return options.export().strictParity();
  }

  @Override
  public Experiment prepare(RunDirectory run) throws IOException, InterruptedException, StudyEnded {
    Path own = Files.createDirectories(run.partial().resolve("prepared"));
    prepared = own;
    if (options.replay() != null) {
      make(own, options); // nothing is served: a replay opens no socket
    } else {
      long most =
          options.scenarios().stream().mapToLong(StorageOptions.Scenario::rows).max().orElseThrow();
      try (ServedMine mine = new ServedMine(options.export(), most)) {
        make(own, options.withServiceRoot(mine.open().serviceRoot()));
      }
    }
    StoragePrepared ready = StoragePrepared.read(own);
    if (ready.pairs().isEmpty()) {
      throw new StudyEnded(
          ChildOutcome.said("every pair of CSV and Parquet differs: nothing is measured"));
    }
    return experiment(ready, own);
  }

  private void make(Path own, StorageOptions told)
      throws IOException, InterruptedException, StudyEnded {
    PreparingJvm.run(
        own, forks.apply(StoragePrepareChild.class), told.export().heap(), told, forkStart);
  }

  private Experiment experiment(StoragePrepared ready, Path own) {
    List<String> engines =
        ready.engines().stream()
            .filter(engine -> engine.missing() == null)
            .map(EngineReadiness::name)
            .toList();
    List<WorkArm.Work> works =
        StorageWork.all(ready.pairs(), engines).stream()
            .map(work -> new WorkArm.Work(work.scenario(), work.engine(), work.pair().rows()))
            .toList();
    List<Arm> arms = new ArrayList<>();
    for (FileForm form : FileForm.values()) {
      arms.add(
          new WorkArm(
              form.label(),
              forks.apply(StorageChild.class),
              Json.mapper().valueToTree(options),
              own,
              works,
              options.export()));
    }
    return new Experiment(
        NAME,
        arms,
        ready.pairs().stream().map(StoragePair::rows).distinct().toList(),
        repetitions.blocks(),
        repetitions.warmIterations(),
        repetitions.seed(),
        0.05,
        OptionalDouble.empty(),
        false,
        repetitions.forkTimeoutSeconds(),
        resultsDir(),
        jsonOut(),
        options.export().command());
  }

  @Override
  public Object report(MeasurementReport measured) throws IOException {
    Path own = Objects.requireNonNull(prepared);
    StoragePrepared ready = StoragePrepared.read(own);
    Map<String, StorageReport.Sizes> sizes = new LinkedHashMap<>();
    Map<String, JsonNode> exports = new LinkedHashMap<>();
    for (StoragePair pair : ready.pairs()) {
      sizes.put(pair.name(), StorageReport.Sizes.of(pair));
      for (String export : OnlinePair.EXPORTS) {
        Path file = StoragePrepared.report(own.resolve(pair.name()), export);
        if (Files.exists(file)) {
          ObjectNode report = (ObjectNode) Json.mapper().readTree(file.toFile());
          String name = pair.name() + "." + export;
          report.retain("cell", "parity", "stage_model", "stage_timings", "ledger");
          report.set("provenance", Json.mapper().valueToTree(ready.provenance().get(name)));
          exports.put(name, report);
        }
      }
    }
    made =
        new StorageReport(
            StorageReport.VERSION,
            Json.mapper().valueToTree(options),
            ready.engines(),
            sizes,
            ready.parity(),
            exports,
            measured);
    return made;
  }

  @Override
  public void print(MeasurementReport measured, PrintStream out) {
    new StorageTable(Objects.requireNonNull(made), out).print();
  }
}
