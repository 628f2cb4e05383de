package dev.plumbline.runners.measure.fork;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.workflow.WorkflowSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one arm of one block in a JVM of its own.
 *
 * @param task what the JVM does
 * @param arm the arm, with the address of its mine
 * @param options what it is told
 * @param timeoutSeconds after which it is stopped
 * @param archive where the rehearsal of an arm that shares classes leaves them
 */
record PipelineFork(
    Class<? extends ChildTask> task,
    PipelineArm arm,
    ForkOptions options,
    long timeoutSeconds,
    Path archive) {
  private static final String LOG = "fork.log";

  /** Runs it in the directory, which exists; nothing is thrown for what goes wrong in the fork. */
  ForkTry run(Path directory) throws IOException, InterruptedException {
    OptionsFile.write(directory, options);
    ChildJvm jvm = new ChildJvm(arm.options().heap(), directory, task, false);
    ClassPath classes =
        arm.build().map(jar -> new ClassPath(List.of(jar))).orElseGet(ClassPath::current);
    long start = System.nanoTime();
    Process process =
        jvm.start(
            classes, sharing(), ProcessBuilder.Redirect.appendTo(directory.resolve(LOG).toFile()));
    try (ForkProcess fork = new ForkProcess(process)) {
      boolean ended = fork.endsWithin(timeoutSeconds);
      double seconds = (System.nanoTime() - start) / 1e9;
      return ended
          ? ended(directory, process.exitValue(), seconds)
          : failed("hung: stopped after " + timeoutSeconds + " s", null, seconds);
    }
  }

  private List<String> sharing() {
    if (!arm.shareClasses()) {
      return List.of();
    }
    return options.block() == 0
        ? List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
        : List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on");
  }

  private ForkTry ended(Path directory, int exit, double seconds) {
    try {
      Optional<ChildOutcome> outcome = ChildOutcome.read(directory);
      if (exit != 0 || outcome.isEmpty()) {
        String said = outcome.map(ChildOutcome::message).orElse("it left no word");
        return failed("ended with code " + exit + ": " + said, exit, seconds);
      }
      return brought(ForkResult.read(directory), seconds);
    } catch (IOException e) {
      return failed("cannot be understood: " + firstLine(e), exit, seconds);
    }
  }

  private ForkTry brought(ForkResult result, double seconds) {
    AskedFor asked = new AskedFor(arm, options);
    if (!asked.complete(result.iterations())) {
      String found = "brought %d runs, expected %d";
      int runs = result.iterations().size();
      return failed(found.formatted(runs, asked.runs()), 0, seconds);
    }
    List<Iteration> iterations = result.iterations().stream().map(asked::held).toList();
    Optional<Cell> worst =
        iterations.stream()
            .map(Iteration::cell)
            .filter(cell -> cell.status() != CellStatus.VALID)
            .findFirst();
    return new ForkTry(
        worst.map(Cell::status).orElse(CellStatus.VALID),
        worst.map(cell -> Objects.requireNonNull(cell.reason())).orElse(null),
        0,
        iterations,
        null,
        seconds,
        result.jvmStartSeconds(),
        result.workSeconds());
  }

  private ForkTry failed(String reason, @Nullable Integer exit, double s) {
    List<Iteration> cells = new ArrayList<>();
    for (int position = 0; position < options.sizes().size(); position++) {
      Cell cell =
          new CellWriter(
                  arm.options().pipeline(),
                  WorkflowSession.ENGINE,
                  arm.options().runner().label(),
                  options.sizes().get(position))
              .failed(reason);
      cells.add(new Iteration(0, position, cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return ForkTry.failed(reason, exit, cells, s);
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
