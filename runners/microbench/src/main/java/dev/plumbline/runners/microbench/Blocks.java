package dev.plumbline.runners.microbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Randomised complete blocks: each benchmark has one fork in each block, in seeded order, so that
 * what changes on the machine meanwhile falls on all of them alike.
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
    List<MicroBenchmark> alive = new ArrayList<>(benchmarks);
    Random order = new Random(SEED);
    for (int block = 0; block < blocks; block++) {
      Collections.shuffle(alive, order);
      for (MicroBenchmark benchmark : List.copyOf(alive)) {
        ForkOutcome outcome = forks.run(benchmark);
        outcomes.getOrDefault(benchmark, List.of()).add(outcome);
        if (outcome instanceof ForkOutcome.Failed) {
          alive.remove(benchmark);
        }
      }
    }
    return outcomes.entrySet().stream().map(e -> new ForkSample(e.getKey(), e.getValue())).toList();
  }
}
