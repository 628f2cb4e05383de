package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import java.util.Objects;
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

  private DecodePages(DecodeCore core, StageClock clock, boolean parity) {
    this.core = core;
    this.clock = clock;
    this.parity = parity;
  }

  /** Decodes by this schema, with the side output for the judge. */
  public static DecodePages of(DecodeCore core, StageClock clock) {
    return new DecodePages(core, clock, true);
  }

  /** Leaves the side output empty, to measure what it costs. */
  public DecodePages withParity(boolean sideOutput) {
    return new DecodePages(core, clock, sideOutput);
  }

  @Override
  public PCollectionTuple expand(PCollection<FetchedPage> input) {
    PCollectionTuple out =
        input.apply(
            "Decode",
            ParDo.of(new DecodeFn(core, clock, parity))
                .withOutputTags(PAGES, TupleTagList.of(PARITY)));
    out.get(PAGES).setCoder(PackedPageCoder.of());
    out.get(PARITY).setCoder(PackedPageCoder.of());
    return out;
  }

  private static final class DecodeFn extends DoFn<FetchedPage, PackedPage> {
    private static final long serialVersionUID = 1;

    private final DecodeCore core;
    private final StageClock clock;
    private final boolean parity;
    private final StageMetrics metrics;
    private transient @Nullable TimedDecoder decoder;

    DecodeFn(DecodeCore core, StageClock clock, boolean parity) {
      this.core = core;
      this.clock = clock;
      this.parity = parity;
      this.metrics = new StageMetrics(clock.stage());
    }

    @Setup
    public void setUp() {
      decoder = new TimedDecoder(core, clock);
    }

    @ProcessElement
    public void processElement(@Element FetchedPage page, MultiOutputReceiver out) {
      Timed<PackedPage> decoded = Objects.requireNonNull(decoder).decode(page);
      metrics.add(decoded.cost());
      out.get(PAGES).output(decoded.value());
      if (parity) {
        out.get(PARITY).output(decoded.value());
      }
    }
  }
}
