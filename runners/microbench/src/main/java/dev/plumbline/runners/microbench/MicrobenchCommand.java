package dev.plumbline.runners.microbench;

import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.report.PageText;
import dev.plumbline.runners.results.JsonOut;
import dev.plumbline.runners.results.RunIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microbench}: measures the cores one by one. */
@Command(
    name = "microbench",
    description = "Measure single cores with JMH. A benchmark without its proof has no time.",
    footer = {
      "%nExamples:",
      "  java -jar runners/microbench/target/microbench.jar",
      "  java -jar runners/microbench/target/microbench.jar --include 'decode|pack' --forks 20",
      "  java -jar runners/microbench/target/microbench.jar --smoke"
    })
final class MicrobenchCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final List<MicroBenchmark> all;

  @Mixin EffortOptions measuring = new EffortOptions();
  @Mixin RecordOptions output = new RecordOptions();

  MicrobenchCommand(Surroundings surroundings, List<MicroBenchmark> all) {
    this.surroundings = surroundings;
    this.all = List.copyOf(all);
  }

  @Override
  public Integer call() throws IOException {
    long begun = System.nanoTime();
    Effort effort = measuring.effort();
    List<MicroBenchmark> wanted = measuring.among(all);
    JsonOut.check(output.jsonOut);
    if (measuring.smoke) { // it measures nothing: it need not be alone, nor choose a black hole
      wanted = wanted.stream().map(MicroBenchmark::small).toList();
      System.setProperty("jmh.ignoreLock", "true");
      System.setProperty("jmh.blackhole.autoDetect", "false");
    }
    String at = Instant.now().toString();
    ForkRun forks = new ForkRun(effort, surroundings.err());
    List<ForkSample> samples = Blocks.run(wanted, effort.forks(), forks::run);

    MicrobenchReport report = MicrobenchReport.of(effort, session(at, effort), samples);
    List<HistoryLine> lines = report.lines();
    new HistoryFile(Path.of(output.resultsDir, HistoryFile.NAME)).append(lines);
    if (output.jsonOut != null) {
      DurableFiles.write(Path.of(output.jsonOut).toAbsolutePath(), Json.pretty(report));
    }
    surroundings.out().print(PageText.of(MicrobenchPage.of(report)));
    return end(lines, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
  }

  private static ForkSample.Session session(String at, Effort effort) {
    String build = EnvironmentManifest.collect().build();
    return new ForkSample.Session(RunIds.next(), at, effort.arm(), build);
  }

  private int end(List<HistoryLine> lines, long millis) {
    long invalid = lines.stream().filter(line -> !line.status().equals(HistoryLine.VALID)).count();
    ExitCode exit = invalid == 0 ? ExitCode.DONE : ExitCode.FAILED;
    String error = invalid == 0 ? null : "benchmark_failed";
    String message = invalid == 0 ? null : invalid + " of " + lines.size() + " have no time";
    RunSummary.withoutRun(exit, error, millis, null, message).print(surroundings.out());
    return exit.code();
  }
}
