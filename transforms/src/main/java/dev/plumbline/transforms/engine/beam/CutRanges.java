package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.engine.beam.core.KeySample;
import dev.plumbline.transforms.engine.beam.core.Splitters;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Cuts the keys into ranges by all samples together. */
final class CutRanges extends CombineFn<KeySample, KeySample, Splitters> {
  private static final long serialVersionUID = 1;

  @Override
  public KeySample createAccumulator() {
    return KeySample.NONE;
  }

  @Override
  public KeySample addInput(KeySample sum, KeySample sample) {
    return sum.plus(sample);
  }

  @Override
  public KeySample mergeAccumulators(Iterable<KeySample> sums) {
    KeySample all = KeySample.NONE;
    for (KeySample sum : sums) {
      all = all.plus(sum);
    }
    return all;
  }

  @Override
  public Splitters extractOutput(KeySample sum) {
    return Splitters.of(sum);
  }

  @Override
  public Coder<KeySample> getAccumulatorCoder(CoderRegistry registry, Coder<KeySample> input) {
    return input;
  }

  @Override
  public Coder<Splitters> getDefaultOutputCoder(CoderRegistry registry, Coder<KeySample> input) {
    return SerializableCoder.of(Splitters.class);
  }
}
