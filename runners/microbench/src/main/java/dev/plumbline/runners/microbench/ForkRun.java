package dev.plumbline.runners.microbench;

import dev.plumbline.runners.microbench.ForkOutcome.Failed;
import dev.plumbline.runners.microbench.ForkOutcome.Measured;
import dev.plumbline.runners.microbench.cores.Evidence;
import dev.plumbline.runners.options.Redaction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one fork of a benchmark through JMH, its heap and collector pinned like those of a run.
 *
 * @param effort how long
 * @param progress where JMH says what it does
 */
record ForkRun(Effort effort, PrintStream progress) {
  private static final int MOST_GC_THREADS = 8;
  private static final int MOST_REASON = 1_000;

  ForkOutcome run(MicroBenchmark benchmark) throws IOException {
    Path evidence = Files.createTempFile("plumbline-evidence", ".json");
    try {
      Files.delete(evidence);
      return measured(jmh(benchmark, evidence).run(), Evidence.read(evidence));
    } catch (RunnerException e) {
      return new Failed(reason(e));
    } finally {
      Files.deleteIfExists(evidence);
    }
  }

  private Runner jmh(MicroBenchmark benchmark, Path evidence) {
    TimeValue each = TimeValue.milliseconds(effort.iterationMillis());
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(benchmark.include())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .threads(1)
        .forks(1)
        .warmupForks(0)
        .warmupIterations(effort.warmupIterations())
        .warmupTime(each)
        .measurementIterations(effort.iterations())
        .measurementTime(each)
        .shouldFailOnError(true)
        .jvmArgs(jvmArguments(evidence).toArray(String[]::new))
        .operationsPerInvocation(Math.max(1, benchmark.rows()))
        .param("rows", String.valueOf(benchmark.rows()));
    benchmark.parameters().forEach((name, value) -> options.param(name, value));
    return new Runner(
        options.build(), OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL));
  }

  private List<String> jvmArguments(Path evidence) {
    int gcThreads = Math.min(MOST_GC_THREADS, Runtime.getRuntime().availableProcessors());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-XX:ParallelGCThreads=" + gcThreads,
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-D" + Evidence.FILE_PROPERTY + "=" + evidence));
    if (effort.equals(Effort.smoke())) {
      arguments.add("-XX:TieredStopAtLevel=1"); // it measures nothing: it may start sooner
    }
    int java = Runtime.version().feature();
    if (java >= 22) { // from here on the JVM warns where it is not given
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    if (java >= 23) { // JMH and others use it; a warning from 24 on
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    return arguments;
  }

  private static ForkOutcome measured(Iterable<RunResult> runs, Optional<Evidence> evidence) {
    List<Double> iterations = new ArrayList<>();
    for (RunResult run : runs) {
      run.getBenchmarkResults().stream()
          .flatMap(fork -> fork.getIterationResults().stream())
          .map(IterationResult::getPrimaryResult)
          .forEach(result -> iterations.add(result.getScore()));
    }
    if (iterations.isEmpty()) {
      return new Failed("JMH gave no result");
    }
    if (evidence.isEmpty()) {
      return new Failed("the fork left no evidence");
    }
    double sum = iterations.stream().mapToDouble(Double::doubleValue).sum();
    return new Measured(sum / iterations.size(), evidence.get());
  }

  /** The innermost error: JMH wraps what a benchmark throws, as a cause or as suppressed. */
  private static String reason(Throwable error) {
    Throwable at = error;
    for (Throwable inner = inner(at); inner != null; inner = inner(at)) {
      at = inner;
    }
    String text = Objects.requireNonNullElse(at.getMessage(), at.getClass().getName());
    String line = Redaction.text(text.replaceAll("\\s+", " ").strip());
    return line.substring(0, Math.min(MOST_REASON, line.length()));
  }

  private static @Nullable Throwable inner(Throwable error) {
    if (error.getCause() != null) {
      return error.getCause();
    }
    return error.getSuppressed().length > 0 ? error.getSuppressed()[0] : null;
  }
}
