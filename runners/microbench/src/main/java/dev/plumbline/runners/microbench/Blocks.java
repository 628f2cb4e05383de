package dev.plumbline.runners.microbench;

import dev.plumbline.runners.measure.arm.BlockPlan;
import dev.plumbline.runners.measure.arm.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Randomised complete blocks, as those of {@code measure}: each benchmark has one fork in each
 * block, so that what changes on the machine meanwhile falls on all of them alike.
 */
final class Blocks {
  private static final long SEED = 42;

  private Blocks() {}

  /** Runs one fork; see {@link ForkRun}. */
  @FunctionalInterface
  interface Forks {
    ForkOutcome run(MicroBenchmark benchmark) throws IOException;
  }

  /** The samples in the order of the benchmarks; one that failed in a block has no later forks. */
  static List<ForkSample> run(List<MicroBenchmark> benchmarks, int blocks, Forks forks)
      throws IOException {
    Map<MicroBenchmark, List<ForkOutcome>> outcomes = new LinkedHashMap<>();
    benchmarks.forEach(benchmark -> outcomes.put(benchmark, new ArrayList<>()));
    Set<MicroBenchmark> failed = new HashSet<>();
    for (BlockPlan block : Schedule.blocks(benchmarks.size(), List.of(List.of()), blocks, SEED)) {
      for (BlockPlan.Fork fork : block.forks()) {
        MicroBenchmark benchmark = benchmarks.get(fork.arm());
        if (!failed.contains(benchmark)) {
          ForkOutcome outcome = forks.run(benchmark);
          outcomes.getOrDefault(benchmark, List.of()).add(outcome);
          if (outcome instanceof ForkOutcome.Failed) {
            failed.add(benchmark);
          }
        }
      }
    }
    return outcomes.entrySet().stream().map(e -> new ForkSample(e.getKey(), e.getValue())).toList();
  }
}
