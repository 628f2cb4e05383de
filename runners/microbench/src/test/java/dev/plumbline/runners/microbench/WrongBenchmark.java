package dev.plumbline.runners.microbench;

import dev.plumbline.runners.microbench.cores.Evidence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Fast, and wrong. */
@State(Scope.Benchmark)
public class WrongBenchmark {
  private int sum = 5;

  @Benchmark
  public int add() {
    return sum;
  }

  @TearDown
  public void prove() {
    Evidence.leave("input", "the sum 4", "the sum " + sum);
  }
}
