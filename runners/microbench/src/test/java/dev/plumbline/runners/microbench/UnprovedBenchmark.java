package dev.plumbline.runners.microbench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Fast, and without proof. */
@State(Scope.Benchmark)
public class UnprovedBenchmark {
  private int sum = 4;

  @Benchmark
  public int add() {
    return sum;
  }
}
