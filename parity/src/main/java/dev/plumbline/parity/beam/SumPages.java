package dev.plumbline.parity.beam;

import dev.plumbline.parity.PageDigest;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Combines digests of pages into that of all of them; of no pages where there are none. */
public final class SumPages extends CombineFn<PageDigest, PageDigest, PageDigest> {
  private static final long serialVersionUID = 1;

  @Override
  public PageDigest createAccumulator() {
    return PageDigest.NONE;
  }

  @Override
  public PageDigest addInput(PageDigest sum, PageDigest pages) {
    return sum.plus(pages);
  }

  @Override
  public PageDigest mergeAccumulators(Iterable<PageDigest> sums) {
    PageDigest all = PageDigest.NONE;
    for (PageDigest sum : sums) {
      all = all.plus(sum);
    }
    return all;
  }

  @Override
  public PageDigest extractOutput(PageDigest sum) {
    return sum;
  }

  @Override
  public Coder<PageDigest> getAccumulatorCoder(CoderRegistry registry, Coder<PageDigest> input) {
    return SerializableCoder.of(PageDigest.class);
  }

  @Override
  public Coder<PageDigest> getDefaultOutputCoder(CoderRegistry registry, Coder<PageDigest> input) {
    return SerializableCoder.of(PageDigest.class);
  }
}
