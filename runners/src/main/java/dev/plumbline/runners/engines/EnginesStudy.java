package dev.plumbline.runners.engines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.measure.Experiment;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.EngineArm;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.options.EnginesOptions;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.serve.ServedMine;
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
  private static final String NAME = "engines";

  private final EnginesOptions options;
  private final Repetitions repetitions;
  private final UnaryOperator<Class<? extends ChildTask>> forks;
  private @Nullable Path directory;
  private @Nullable Prepared prepared;
  private @Nullable EnginesReport made;

  /**
   * How often and in which order.
   *
   * @param blocks how many blocks
   * @param warmIterations runs of a work behind its first in the same fork
   * @param seed of the order
   * @param forkTimeoutSeconds after which a fork is stopped
   */
  public record Repetitions(int blocks, int warmIterations, long seed, long forkTimeoutSeconds) {}

  /**
   * A study.
   *
   * @param forks takes the task that is named here and gives the one that a fork runs
   */
  public EnginesStudy(
      EnginesOptions options,
      Repetitions repetitions,
      UnaryOperator<Class<? extends ChildTask>> forks) {
    this.options = options;
    this.repetitions = repetitions;
    this.forks = forks;
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
  public Experiment prepare(RunDirectory run) throws IOException, InterruptedException, StudyEnded {
    Path own = Files.createDirectories(run.partial().resolve("prepared"));
    directory = run.partial();
    try (ServedMine mine = new ServedMine(options.export())) {
      prepareIn(own, options.withServiceRoot(mine.open().serviceRoot()));
    }
    Prepared ready = Prepared.read(own);
    prepared = ready;
    return experiment(ready, own);
  }

  private void prepareIn(Path own, EnginesOptions told)
      throws IOException, InterruptedException, StudyEnded {
    OptionsFile.write(own, told);
    Class<? extends ChildTask> task = forks.apply(PrepareChild.class);
    ChildJvm jvm = new ChildJvm(told.export().heap(), own, task, false);
    Process child = jvm.start(ClassPath.current(), List.of(), ProcessBuilder.Redirect.INHERIT);
    int exit = child.waitFor();
    if (exit != ExitCode.DONE.code()) {
      throw new StudyEnded(
          ChildOutcome.read(own)
              .filter(outcome -> outcome.exitCode() == exit)
              .orElseGet(
                  () ->
                      ChildOutcome.failed(
                          ExitCode.FAILED,
                          "child_died",
                          "the JVM that prepares the engines' input ended with code "
                              + exit
                              + " and left no word",
                          0,
                          0)));
    }
  }

  private Experiment experiment(Prepared ready, Path own) {
    long rows =
        ready.kinds().values().stream()
            .mapToLong(kind -> kind.input().source().rows())
            .max()
            .orElseThrow();
    List<String> scenarios =
        ready.kinds().keySet().stream()
            .flatMap(kind -> Stream.of(EngineWork.values()).map(w -> kind + "." + w.scenario()))
            .toList();
    List<Arm> arms = new ArrayList<>();
    for (EngineReadiness engine : ready.engines()) {
      if (engine.missing() == null) {
        EngineForkOptions told =
            new EngineForkOptions(
                engine.name(),
                0,
                repetitions.seed(),
                repetitions.warmIterations(),
                own.toString(),
                own.resolveSibling("parity").toString(),
                options);
        arms.add(new EngineArm(forks.apply(EngineChild.class), told, scenarios, rows));
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
        kind.reference());
  }

  /** What the rehearsals left, by scenario and engine. */
  private Map<String, JsonNode> parity() {
    Path folder = Objects.requireNonNull(directory).resolve("parity");
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
