package dev.plumbline.runners.study;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.measure.arm.ForkResult;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.run.Ledger;
import dev.plumbline.runners.run.RunnerStart;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All works of a fork, one behind another on one runner that is started once. First one that is
 * thrown away, so that none pays for what all of them load; then each is run once and then warm,
 * every time in a directory of its own, which is gone afterwards.
 */
public final class TrialLoop {
  private static final double NANOS = 1e9;

  private final long begunNanos = System.nanoTime();
  private final Ledger ledger = Ledger.ofThisJvm();
  private final Path directory;

  private TrialLoop(Path directory) {
    this.directory = directory;
  }

  /**
   * What stands in the order of works.
   *
   * @param <T> the works
   */
  @FunctionalInterface
  public interface Turn<T> {
    /**
     * Runs a work once.
     *
     * @param trial where, and on which runner
     * @param iteration 0 is the cold one
     * @param position the work's place in the fork
     * @param entries the ledger of this time
     */
    WorkTrial.Ended run(WorkTrial trial, T work, int iteration, int position, Ledger entries)
        throws Exception;
  }

  /**
   * Begins now: what is done before {@link #run} is part of what the fork takes.
   *
   * @param directory of the fork, absolute
   */
  public static TrialLoop begin(Path directory) {
    return new TrialLoop(directory);
  }

  /** Where stands what it takes to make the works ready. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Runs all works, beginning with another one in each block, the same for all arms of a block.
   * What is thrown away is the one that comes last.
   *
   * @param threads of the runner
   * @param fork which fork it is
   */
  public <T> ChildOutcome run(
      Runners kind, int threads, ForkPlan fork, List<T> works, Turn<? super T> turn)
      throws Exception {
    List<Iteration> iterations = new ArrayList<>();
    try (RunnerSession runner = RunnerStart.open(kind, threads, ledger)) {
      List<T> ordered = ordered(fork, works);
      throwAway(runner, ordered.get(ordered.size() - 1), turn);
      for (int position = 0; position < ordered.size(); position++) {
        for (int i = 0; i <= fork.warmIterations(); i++) {
          WorkTrial trial = trial(runner, position, i);
          Ledger entries = Ledger.after(ledger);
          iterations.add(turn.run(trial, ordered.get(position), i, position, entries).iteration());
          FileTree.delete(trial.directory());
        }
      }
    }
    long nanos = System.nanoTime() - begunNanos;
    double jvmStart = ledger.entries().getOrDefault("jvm_start", 0.0);
    return ChildOutcome.ended(begunNanos).with(new ForkResult(iterations, jvmStart, nanos / NANOS));
  }

  private static <T> List<T> ordered(ForkPlan fork, List<T> works) {
    List<T> ordered = new ArrayList<>(works);
    long turned = Math.floorMod(fork.seed() + fork.block(), (long) works.size());
    Collections.rotate(ordered, -Math.toIntExact(turned));
    return ordered;
  }

  /** Proven like the others, and told to nobody. */
  private <T> void throwAway(RunnerSession runner, T work, Turn<? super T> turn) throws Exception {
    Path own = Files.createDirectory(directory.resolve("thrown-away"));
    WorkTrial trial = new WorkTrial(runner, own, directory.getFileName() + "/thrown-away");
    turn.run(trial, work, 0, 0, Ledger.after(ledger));
    FileTree.delete(own);
  }

  private WorkTrial trial(RunnerSession runner, int position, int iteration) throws IOException {
    Path own = Files.createDirectory(directory.resolve("run-" + position + "-" + iteration));
    return new WorkTrial(runner, own, directory.getFileName() + "/" + own.getFileName());
  }
}
