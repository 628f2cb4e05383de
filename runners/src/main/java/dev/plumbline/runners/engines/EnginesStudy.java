package dev.plumbline.runners.engines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.measure.Experiment;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.EnginesOptions;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.serve.ServedMine;
import dev.plumbline.runners.work.PreparingJvm;
import dev.plumbline.runners.work.Repetitions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Engines measured against each other: everything is made ready in one JVM, then each engine does
 * the same works in forks of its own, interleaved in blocks.
 */
public final class EnginesStudy implements Study {
  /** Where in the run's directory the rehearsals leave their comparisons. */
  static final String PARITY = "parity";

  private static final String NAME = "engines";

  private final EnginesOptions options;
  private final Repetitions repetitions;
  private final UnaryOperator<Class<? extends ChildTask>> forks;
  private final ForkStart forkStart;
  private @Nullable Path directory;
  private @Nullable Prepared prepared;
  private @Nullable EnginesReport made;

  /**
   * A study.
   *
   * @param forks takes the task that is named here and gives the one that a fork runs
   * @param forkStart starts the JVM that makes everything ready
   */
  public EnginesStudy(
      EnginesOptions options,
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
    directory = run.partial();
    if (options.replay() != null) {
      make(own, options); // nothing is served: a replay opens no socket
    } else {
      try (ServedMine mine = new ServedMine(options.export())) {
        make(own, options.withServiceRoot(mine.open().serviceRoot()));
      }
    }
    Prepared ready = Prepared.read(own);
    prepared = ready;
    return experiment(ready, own);
  }

  private void make(Path own, EnginesOptions told)
      throws IOException, InterruptedException, StudyEnded {
    PreparingJvm.run(own, forks.apply(PrepareChild.class), told.export().heap(), told, forkStart);
  }

  private Experiment experiment(Prepared ready, Path own) {
    long rows =
        ready.kinds().values().stream()
            .mapToLong(kind -> kind.input().source().rows())
            .max()
            .orElseThrow();
    List<Arm> arms = new ArrayList<>();
    for (EngineReadiness engine : ready.engines()) {
      if (engine.missing() == null) {
        arms.add(
            new WorkArm(
                engine.name(),
                forks.apply(EngineChild.class),
                Json.mapper().valueToTree(options),
                own,
                works(ready, engine.name()),
                options.export()));
      }
    }
    return new Experiment(
        NAME,
        arms,
        List.of(rows),
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

  private static List<WorkArm.Work> works(Prepared ready, String engine) {
    List<WorkArm.Work> works = new ArrayList<>();
    ready
        .kinds()
        .forEach(
            (name, kind) -> {
              for (EngineWork work : EngineWork.values()) {
                long rows = kind.input().source().rows();
                works.add(new WorkArm.Work(name + "." + work.scenario(), engine, rows));
              }
            });
    return works;
  }

  @Override
  public Object report(MeasurementReport measured) {
    made = made(measured);
    return made;
  }

  private EnginesReport made(MeasurementReport measured) {
    Prepared ready = Objects.requireNonNull(prepared);
    Map<String, EnginesReport.Input> inputs = new LinkedHashMap<>();
    ready.kinds().forEach((name, kind) -> inputs.put(name, input(kind)));
    return new EnginesReport(
        EnginesReport.VERSION,
        Json.mapper().valueToTree(options),
        ready.engines(),
        inputs,
        parity(),
        Fastest.of(measured),
        measured);
  }

  private static EnginesReport.Input input(Prepared.Kind kind) {
    Map<String, String> columns = new LinkedHashMap<>();
    kind.input().schema().columns().forEach(c -> columns.put(c.name(), c.type().label()));
    Map<String, Long> canonical = new LinkedHashMap<>();
    kind.input()
        .canonical()
        .files()
        .forEach(
            file ->
                canonical.put(
                    String.valueOf(Path.of(file.path()).getFileName()).replace(".parquet", ""),
                    file.rows()));
    return new EnginesReport.Input(
        kind.input().source().rows(),
        kind.input().source().sizeBytes(),
        kind.input().contentHash(),
        columns,
        Collections.unmodifiableMap(canonical),
        kind.canonicalSeconds(),
        kind.reference(),
        kind.provenance());
  }

  /** What the rehearsals left, by scenario and engine. */
  private Map<String, JsonNode> parity() {
    Path folder = Objects.requireNonNull(directory).resolve(PARITY);
    Map<String, JsonNode> parity = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return parity; // no engine came so far
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replace(".json", "");
        parity.put(name, Json.mapper().readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the comparisons in " + folder, e);
    }
    return parity;
  }

  @Override
  public void print(MeasurementReport measured, PrintStream out) {
    new EnginesTable(Objects.requireNonNull(made), out).print();
  }
}
