package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plumbline.runners.microbench.ForkOutcome.Failed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BlocksTest {
  private static final List<MicroBenchmark> ALL = MicroBenchmark.all();

  @Test
  void eachBlockHoldsEachBenchmarkOnceInAnOrderOfItsOwn() throws IOException {
    List<MicroBenchmark> ran = new ArrayList<>();
    List<ForkSample> samples =
        Blocks.run(
            ALL,
            4,
            benchmark -> {
              ran.add(benchmark);
              return SomeEvidence.fork(1, "in");
            });
    int width = ALL.size();
    assertEquals(4 * width, ran.size());
    for (int block = 0; block < 4; block++) {
      assertEquals(Set.copyOf(ALL), Set.copyOf(ran.subList(block * width, (block + 1) * width)));
    }
    assertNotEquals(ran.subList(0, width), ran.subList(width, 2 * width));
    assertEquals(ALL, samples.stream().map(ForkSample::benchmark).toList());
    samples.forEach(sample -> assertEquals(4, sample.forks().size()));
  }

  @Test
  void failedBenchmarkIsNotRunAgainAndTheOthersGoOn() throws IOException {
    MicroBenchmark bad = ALL.get(1);
    List<ForkSample> samples =
        Blocks.run(
            ALL,
            3,
            benchmark ->
                benchmark.equals(bad) ? new Failed("it broke") : SomeEvidence.fork(1, "in"));
    for (ForkSample sample : samples) {
      assertEquals(sample.benchmark().equals(bad) ? 1 : 3, sample.forks().size());
    }
  }
}
