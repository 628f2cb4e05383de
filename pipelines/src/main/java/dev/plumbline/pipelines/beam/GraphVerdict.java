package dev.plumbline.pipelines.beam;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.beam.DigestRows;
import dev.plumbline.parity.beam.SumPages;
import dev.plumbline.pipelines.JudgedPages;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TableRun;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The judge's part of a graph: takes the side outputs of the producing stages, and gives one {@link
 * ParityVerdict} at its end.
 */
final class GraphVerdict {
  private final StageClock clock;
  private final int threads;
  private final Map<Stage, PCollectionView<TableDigest>> rows = new EnumMap<>(Stage.class);
  private final Map<Stage, JudgedPages> judged = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollectionView<PageDigest>> pages = new EnumMap<>(Stage.class);
  private final List<Way> ways = new ArrayList<>();

  /** Pages go from one stage to another. */
  private record Way(
      String from, String to, PCollectionView<PageDigest> given, PCollectionView<PageDigest> taken)
      implements Serializable {}

  GraphVerdict(StageClock clock, int threads) {
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * A stage gives out what holds pages, of rows that the judge digests.
   *
   * @param holding where the pages are
   * @param summed whether another stage tells what pages it took
   * @return what is there when the judge is done with them
   */
  <T> PCollectionView<TableDigest> gives(
      Stage stage,
      DigestSpec judge,
      PCollection<T> givenOut,
      JudgePages.Holding<T> holding,
      boolean summed) {
    JudgedPages shown = new JudgedPages(judge.schema(), clock);
    PCollectionTuple seen =
        givenOut.apply(
            stage.label() + "_parity", new JudgePages<>(judge, shown, holding, summed, threads));
    PCollectionView<TableDigest> digest =
        seen.get(JudgePages.ROWS)
            .apply(stage.label() + "_rows", Combine.globally(DigestRows.merging(judge)))
            .apply(stage.label() + "_digest", View.asSingleton());
    rows.put(stage, digest);
    judged.put(stage, shown);
    if (summed) {
      pages.put(stage, summed(stage.label() + "_pages_sum", seen.get(JudgePages.PAGES)));
    }
    return digest;
  }

  /** A stage takes up pages that another gave out. */
  void takesPages(Stage stage, Stage from, PCollection<PackedPage> taken) {
    JudgedPages shown = Objects.requireNonNull(judged.get(from));
    PCollection<PageDigest> digests =
        taken
            .apply(
                stage.label() + "_taken_pages",
                MapElements.into(TypeDescriptor.of(PageDigest.class)).via(shown::sum))
            .setCoder(SerializableCoder.of(PageDigest.class));
    takes(stage, from, digests);
  }

  /** A stage takes up what another gave out. */
  void takes(Stage stage, Stage from, PCollection<PageDigest> taken) {
    ways.add(
        new Way(
            from.label(),
            stage.label(),
            Objects.requireNonNull(pages.get(from)),
            summed(stage.label() + "_taken_sum", taken)));
  }

  private static PCollectionView<PageDigest> summed(String label, PCollection<PageDigest> pages) {
    return pages.apply(label, Combine.globally(new SumPages()).asSingletonView());
  }

  /** The verdict, when the last stage is done. */
  PCollection<ParityVerdict> over(PCollection<TableRun> last) {
    List<PCollectionView<?>> views = new ArrayList<>(rows.values());
    ways.forEach(
        way -> {
          views.add(way.given());
          views.add(way.taken());
        });
    VerdictFn verdict =
        new VerdictFn(
            Objects.requireNonNull(rows.get(Stage.DECODE)),
            rows.get(Stage.JOIN),
            List.copyOf(ways));
    return last.apply("verdict", ParDo.of(verdict).withSideInputs(views))
        .setCoder(SerializableCoder.of(ParityVerdict.class));
  }

  private static final class VerdictFn extends DoFn<TableRun, ParityVerdict> {
    private static final long serialVersionUID = 1;

    private final PCollectionView<TableDigest> decoded;
    private final @Nullable PCollectionView<TableDigest> joined;
    private final List<Way> ways;

    VerdictFn(
        PCollectionView<TableDigest> decoded,
        @Nullable PCollectionView<TableDigest> joined,
        List<Way> ways) {
      this.decoded = decoded;
      this.joined = joined;
      this.ways = ways;
    }

    @ProcessElement
    public void processElement(ProcessContext context, OutputReceiver<ParityVerdict> out) {
      out.output(
          new ParityVerdict(
              context.sideInput(decoded),
              joined == null ? null : context.sideInput(joined),
              ways.stream()
                  .map(
                      way ->
                          new ParityVerdict.Handed(
                              way.from(),
                              way.to(),
                              context.sideInput(way.given()),
                              context.sideInput(way.taken())))
                  .toList()));
    }
  }
}
