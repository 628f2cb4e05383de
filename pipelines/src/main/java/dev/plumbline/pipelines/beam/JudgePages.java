package dev.plumbline.pipelines.beam;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.beam.DigestAccumulatorCoder;
import dev.plumbline.pipelines.JudgedPages;
import dev.plumbline.transforms.bundle.Bundles;
import dev.plumbline.transforms.bundle.Lanes;
import dev.plumbline.transforms.page.PackedPage;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Shows the judge the pages of a side output where they are, and hands on what a bundle comes to: a
 * page is neither grouped nor sent to anybody for its sake.
 *
 * @param <T> what holds pages
 */
final class JudgePages<T> extends PTransform<PCollection<T>, PCollectionTuple> {
  /** What the rows of a bundle come to. */
  static final TupleTag<DigestAccumulator> ROWS = new TupleTag<>("rows") {};

  /** What its pages come to; empty where nobody asks. */
  static final TupleTag<PageDigest> PAGES = new TupleTag<>("pages") {};

  private static final long serialVersionUID = 1;

  private final DigestSpec spec;
  private final JudgedPages judged;
  private final Holding<T> holding;
  private final boolean summed;
  private final int threads;

  /**
   * Shows them.
   *
   * @param holding finds the pages
   * @param summed whether the pages are asked for, or the rows alone
   * @param threads how many elements of a bundle are read at once
   */
  JudgePages(DigestSpec spec, JudgedPages judged, Holding<T> holding, boolean summed, int threads) {
    this.spec = spec;
    this.judged = judged;
    this.holding = holding;
    this.summed = summed;
    this.threads = threads;
  }

  /** Where an element holds its pages. */
  @FunctionalInterface
  interface Holding<T> extends Serializable {
    void each(T element, Consumer<PackedPage> pages);
  }

  @Override
  public PCollectionTuple expand(PCollection<T> input) {
    PCollectionTuple seen =
        input.apply(
            "Bundles", ParDo.of(new JudgeFn<>(this)).withOutputTags(ROWS, TupleTagList.of(PAGES)));
    seen.get(ROWS).setCoder(DigestAccumulatorCoder.of(spec));
    seen.get(PAGES).setCoder(SerializableCoder.of(PageDigest.class));
    return seen;
  }

  /** What a lane has seen of a bundle. */
  private static final class Seen {
    private DigestAccumulator rows;
    private PageDigest pages = PageDigest.NONE;

    Seen(DigestSpec spec) {
      this.rows = new DigestAccumulator(spec);
    }

    void see(PackedPage page, JudgedPages judged, boolean summed) {
      judged.feed(page, rows.sink());
      pages = summed ? pages.plus(judged.sum(page)) : pages;
    }
  }

  private static final class JudgeFn<T> extends DoFn<T, DigestAccumulator> {
    private static final long serialVersionUID = 1;

    private final JudgePages<T> of;
    private transient @Nullable Lanes<Seen, Boolean> lanes;

    JudgeFn(JudgePages<T> of) {
      this.of = of;
    }

    @StartBundle
    public void startBundle() {
      tearDown();
      lanes = new Lanes<>("parity", of.threads, () -> new Seen(of.spec));
    }

    @ProcessElement
    public void processElement(@Element T element) throws Exception {
      Objects.requireNonNull(lanes)
          .next(
              seen -> {
                of.holding.each(element, page -> seen.see(page, of.judged, of.summed));
                return true;
              },
              done -> {});
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws Exception {
      Lanes<Seen, Boolean> all = Objects.requireNonNull(lanes);
      all.await(done -> {});
      for (Seen seen : all.each(seen -> seen)) {
        Bundles.end(context, ROWS, seen.rows);
        if (of.summed) {
          Bundles.end(context, PAGES, seen.pages);
        }
      }
    }

    @Teardown
    public void tearDown() {
      if (lanes != null) {
        lanes.close();
      }
    }
  }
}
