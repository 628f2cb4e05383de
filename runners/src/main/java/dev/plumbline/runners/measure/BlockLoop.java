package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.ReportTime;
import dev.plumbline.runners.measure.arm.BlockPlan;
import dev.plumbline.runners.measure.arm.ForkRunner;
import dev.plumbline.runners.measure.arm.ForkTry;
import dev.plumbline.runners.measure.control.Watch;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkCosts;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Journal;
import dev.plumbline.runners.measure.raw.Quiet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the rehearsal and then block after block, and journals each fork. A block that was disturbed
 * is rejected and run again, but no more often than a third of the blocks; after that a disturbed
 * block is kept, and says so. A fork that is not valid for any other reason ends the measurement:
 * its arm can have no figure any more.
 */
final class BlockLoop {
  private static final int BLOCKS_PER_REJECTION = 3;

  private final List<String> arms;
  private final ForkRunner forks;
  private final Watch watch;
  private final Journal journal;
  private final Pace pace;
  private int rejections;
  private long forkEnded = System.nanoTime();

  BlockLoop(List<String> arms, ForkRunner forks, Watch watch, Journal journal, Pace pace) {
    this.arms = List.copyOf(arms);
    this.forks = forks;
    this.watch = watch;
    this.journal = journal;
    this.pace = pace;
  }

  /** Runs them all, or until the time is up or an arm can have no figure; journals the end. */
  void run(BlockPlan rehearsal, List<BlockPlan> blocks) throws IOException, InterruptedException {
    Optional<String> stop = block(rehearsal, blocks.size());
    for (int i = 0; i < blocks.size() && stop.isEmpty(); i++) {
      stop = pace.outOfTime(i);
      if (stop.isEmpty()) {
        stop = block(blocks.get(i), blocks.size());
      }
    }
    journal.end(stop.orElse(EndRecord.COMPLETE));
  }

  private Optional<String> block(BlockPlan plan, int blocks)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      List<ForkRecord> done = new ArrayList<>();
      for (int position = 0; position < plan.forks().size(); position++) {
        ForkRecord fork = fork(plan, attempt, position);
        journal.add(fork);
        pace.ended(fork);
        done.add(fork);
        if (fork.status() != CellStatus.VALID && !fork.tookAgain()) {
          return stop(fork);
        }
      }
      Optional<String> disturbance = done.stream().flatMap(BlockLoop::disturbances).findFirst();
      boolean rejected = disturbance.isPresent() && mayReject(plan, blocks);
      BlockRecord record =
          new BlockRecord(
              BlockRecord.KIND, plan.block(), attempt, !rejected, disturbance.orElse(null));
      journal.add(record);
      pace.ended(record);
      if (!rejected) {
        return done.stream()
            .filter(fork -> plan.block() > 0 && fork.status() != CellStatus.VALID)
            .findFirst()
            .flatMap(BlockLoop::stop);
      }
      rejections++;
    }
  }

  private static Stream<String> disturbances(ForkRecord fork) {
    return fork.tookAgain()
        ? Stream.of(fork.arm() + " retried a request or restarted a task")
        : fork.quiet().disturbances();
  }

  private boolean mayReject(BlockPlan plan, int blocks) {
    return plan.block() > 0 && rejections < blocks / BLOCKS_PER_REJECTION;
  }

  private static Optional<String> stop(ForkRecord fork) {
    return Optional.of("arm '" + fork.arm() + "' is " + fork.status().label());
  }

  private ForkRecord fork(BlockPlan plan, int attempt, int position)
      throws IOException, InterruptedException {
    String startedAt = ReportTime.now();
    Watch.Before before = watch.before();
    ForkTry fork = forks.run(plan, attempt, position);
    Quiet quiet = watch.after(before);
    long now = System.nanoTime();
    double cycle = (now - forkEnded) / 1e9;
    forkEnded = now;
    String arm = arms.get(plan.forks().get(position).arm());
    return new ForkRecord(
        ForkRecord.KIND,
        plan.block(),
        attempt,
        position,
        arm,
        startedAt,
        fork.status(),
        fork.reason(),
        fork.exitCode(),
        fork.iterations(),
        fork.command(),
        fork.status() == CellStatus.VALID ? costs(fork, cycle) : null,
        quiet);
  }

  private ForkCosts costs(ForkTry fork, double cycle) {
    double control = watch.takeControlSeconds();
    double harness = cycle - fork.jvmStartSeconds() - fork.workSeconds();
    return new ForkCosts(
        millis(cycle),
        millis(fork.processSeconds()),
        millis(fork.jvmStartSeconds()),
        millis(fork.workSeconds()),
        millis(control),
        millis(harness));
  }

  private static double millis(double seconds) {
    return Math.round(seconds * 1e3) / 1e3;
  }
}
