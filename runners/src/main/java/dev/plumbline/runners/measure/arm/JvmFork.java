package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ClassArchive;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.process.StartedJvm;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fork that is a JVM of ours.
 *
 * @param start starts it
 * @param jvm the JVM
 * @param classes its class path
 * @param rehearsal whether it may record its class archive; else it must have one, if it is to
 * @param timeoutSeconds after which it is stopped
 * @param check holds what it brought against what it was asked for: the iterations, or why they are
 *     not that
 * @param failed the cells of a fork that failed for this reason
 */
record JvmFork(
    ForkStart start,
    ChildJvm jvm,
    ClassPath classes,
    boolean rehearsal,
    long timeoutSeconds,
    Function<List<Iteration>, Checked> check,
    Function<String, List<Iteration>> failed) {
  private static final String LOG = "fork.log";
  private static final String OFF = "--class-archive off";

  /** What a fork brought: iterations, or a reason why these are none. */
  record Checked(List<Iteration> iterations, Optional<String> problem) {}

  /** Runs it in the directory, which exists; nothing is thrown for what goes wrong in the fork. */
  ForkTry run(Path directory, ForkRequest request) throws IOException, InterruptedException {
    request.write(directory);
    ForkOutput log = ForkOutput.of(Redirect.appendTo(directory.resolve(LOG).toFile()));
    long begun = System.nanoTime();
    StartedJvm started = start.start(jvm, classes, log);
    Process process = started.process();
    try (ForkProcess fork = new ForkProcess(process)) {
      Optional<String> lacking = lacking(started.archive());
      if (lacking.isPresent()) {
        return failed(lacking.get(), null, 0);
      }
      boolean ended = fork.endsWithin(timeoutSeconds);
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (ended) {
        started.settle();
      }
      return ended
          ? ended(directory, started.exitCode(), seconds)
          : failed("hung: stopped after " + timeoutSeconds + " s", null, seconds);
    }
  }

  /** All arms have an archive, or none has: why this fork may not count. */
  private Optional<String> lacking(ClassArchive archive) {
    if (archive instanceof ClassArchive.None none && !none.why().isEmpty()) {
      return Optional.of("has no class archive (" + none.why() + "): add " + OFF);
    }
    return archive instanceof ClassArchive.Recorded && !rehearsal
        ? Optional.of("has no class archive, since its rehearsal left none: add " + OFF)
        : Optional.empty();
  }

  private ForkTry ended(Path directory, int exit, double seconds) {
    try {
      Optional<ChildOutcome> outcome = ChildOutcome.read(directory);
      if (exit != 0 || outcome.isEmpty()) {
        String said = outcome.map(ChildOutcome::message).orElse("it left no word");
        List<String> passedOver = outcome.map(ChildOutcome::unknown).orElse(List.of());
        String why = passedOver.isEmpty() ? "" : ", and its build does not know " + passedOver;
        return failed("ended with code " + exit + ": " + said + why, exit, seconds);
      }
      List<String> unknown = outcome.get().unknown();
      return unknown.isEmpty()
          ? brought(ForkResult.of(outcome.get()), seconds)
          : failed("its build does not know " + unknown + " of the request", exit, seconds);
    } catch (IOException e) {
      return failed("cannot be understood: " + firstLine(e), exit, seconds);
    }
  }

  private ForkTry brought(ForkResult result, double seconds) {
    Checked found = check.apply(result.iterations());
    if (found.problem().isPresent()) {
      return failed(found.problem().get(), 0, seconds);
    }
    Optional<Cell> worst =
        found.iterations().stream()
            .map(Iteration::cell)
            .filter(cell -> cell.status() != CellStatus.VALID)
            .findFirst();
    return new ForkTry(
        worst.map(Cell::status).orElse(CellStatus.VALID),
        worst.map(cell -> Objects.requireNonNull(cell.reason())).orElse(null),
        0,
        found.iterations(),
        null,
        seconds,
        result.jvmStartSeconds(),
        result.workSeconds());
  }

  private ForkTry failed(String reason, @Nullable Integer exit, double seconds) {
    return ForkTry.failed(reason, exit, failed.apply(reason), seconds);
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
