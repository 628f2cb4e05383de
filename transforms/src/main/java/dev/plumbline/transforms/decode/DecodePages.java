package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.bundle.Bundles;
import dev.plumbline.transforms.bundle.Lanes;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * The decode stage in Beam: fetched pages in; out, under {@link #PAGES}, one packed page for each,
 * and the same pages once more under {@link #PARITY}, for the judge.
 */
public final class DecodePages extends PTransform<PCollection<FetchedPage>, PCollectionTuple> {
  /** The decoded pages. */
  public static final TupleTag<PackedPage> PAGES = new TupleTag<>("pages") {};

  /** The decoded pages for the judge; empty without the side output. */
  public static final TupleTag<PackedPage> PARITY = new TupleTag<>("parity") {};

  private static final long serialVersionUID = 1;

  private final DecodeCore core;
  private final StageClock clock;
  private final boolean parity;
  private final int threads;

  private DecodePages(DecodeCore core, StageClock clock, boolean parity, int threads) {
    this.core = core;
    this.clock = clock;
    this.parity = parity;
    this.threads = threads;
  }

  /** Decodes by this schema, with the side output for the judge. */
  public static DecodePages of(DecodeCore core, StageClock clock) {
    return new DecodePages(core, clock, true, 1);
  }

  /** Leaves the side output empty, to measure what it costs. */
  public DecodePages withParity(boolean sideOutput) {
    return new DecodePages(core, clock, sideOutput, threads);
  }

  /** Decodes so many pages of a bundle at once. */
  public DecodePages withThreads(int count) {
    return new DecodePages(core, clock, parity, count);
  }

  @Override
  public PCollectionTuple expand(PCollection<FetchedPage> input) {
    PCollectionTuple out =
        input.apply(
            "Decode", ParDo.of(new DecodeFn(this)).withOutputTags(PAGES, TupleTagList.of(PARITY)));
    out.get(PAGES).setCoder(PackedPageCoder.of());
    out.get(PARITY).setCoder(PackedPageCoder.of());
    return out;
  }

  private static final class DecodeFn extends DoFn<FetchedPage, PackedPage> {
    private static final long serialVersionUID = 1;

    private final DecodePages of;
    private final StageMetrics metrics;
    private transient @Nullable Lanes<TimedDecoder, Timed<PackedPage>> lanes;

    DecodeFn(DecodePages of) {
      this.of = of;
      this.metrics = new StageMetrics(of.clock.stage());
    }

    @Setup
    public void setUp() {
      lanes = new Lanes<>("decode", of.threads, () -> new TimedDecoder(of.core, of.clock));
    }

    @ProcessElement
    public void processElement(@Element FetchedPage page, MultiOutputReceiver out)
        throws Exception {
      Objects.requireNonNull(lanes)
          .next(
              decoder -> decoder.decode(page),
              decoded -> give(decoded, (tag, packed) -> out.get(tag).output(packed)));
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws Exception {
      Objects.requireNonNull(lanes)
          .await(decoded -> give(decoded, (tag, packed) -> Bundles.end(context, tag, packed)));
    }

    private void give(Timed<PackedPage> decoded, BiConsumer<TupleTag<PackedPage>, PackedPage> out) {
      metrics.add(decoded.cost());
      out.accept(PAGES, decoded.value());
      if (of.parity) {
        out.accept(PARITY, decoded.value());
      }
    }

    @Teardown
    public void tearDown() {
      Objects.requireNonNull(lanes).close();
    }
  }
}
