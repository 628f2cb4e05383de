package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.engine.beam.core.Tally;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Adds up what all pieces of a work found. */
final class SumTallies extends CombineFn<Tally, Tally, Tally> {
  private static final long serialVersionUID = 1;

  @Override
  public Tally createAccumulator() {
    return Tally.NONE;
  }

  @Override
  public Tally addInput(Tally sum, Tally tally) {
    return sum.plus(tally);
  }

  @Override
  public Tally mergeAccumulators(Iterable<Tally> sums) {
    Tally all = Tally.NONE;
    for (Tally sum : sums) {
      all = all.plus(sum);
    }
    return all;
  }

  @Override
  public Tally extractOutput(Tally sum) {
    return sum;
  }

  @Override
  public Coder<Tally> getAccumulatorCoder(CoderRegistry registry, Coder<Tally> input) {
    return input;
  }

  @Override
  public Coder<Tally> getDefaultOutputCoder(CoderRegistry registry, Coder<Tally> input) {
    return input;
  }
}
