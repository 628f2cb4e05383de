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
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The judge's part of a graph: takes the side outputs of the producing stages, and gives one {@link
 * ParityVerdict} at its end.
 */
final class GraphVerdict {
  private final StageClock clock;
  private final Map<Stage, PCollectionView<TableDigest>> rows = new EnumMap<>(Stage.class);
  private final Map<Stage, Given> given = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollectionView<PageDigest>> pages = new EnumMap<>(Stage.class);
  private final List<Way> ways = new ArrayList<>();

  /** Pages go from one stage to another. */
  private record Way(
      String from, String to, PCollectionView<PageDigest> given, PCollectionView<PageDigest> taken)
      implements Serializable {}

  /** Pages that a stage gives out, and how they are shown to the judge. */
  private record Given(PCollection<PackedPage> pages, JudgedPages judged) {}

  GraphVerdict(StageClock clock) {
    this.clock = clock;
  }

  /**
   * A stage gives out these pages, of rows that the judge digests.
   *
   * @return what is there when the judge is done with them
   */
  PCollectionView<TableDigest> gives(
      Stage stage, DigestSpec judge, PCollection<PackedPage> givenOut) {
    JudgedPages judged = new JudgedPages(judge.schema(), clock);
    PCollectionView<TableDigest> digest =
        givenOut
            .apply(stage.label() + "_parity", Combine.globally(DigestRows.of(judge, judged)))
            .apply(stage.label() + "_digest", View.asSingleton());
    rows.put(stage, digest);
    given.put(stage, new Given(givenOut, judged));
    return digest;
  }

  /** A stage takes up pages that another gave out. */
  void takesPages(Stage stage, Stage from, PCollection<PackedPage> taken) {
    takes(stage, from, digests(stage.label() + "_taken_pages", from, taken));
  }

  /** A stage takes up what another gave out. */
  void takes(Stage stage, Stage from, PCollection<PageDigest> taken) {
    ways.add(
        new Way(
            from.label(),
            stage.label(),
            pages.computeIfAbsent(from, this::summed),
            summed(stage.label() + "_taken_sum", taken)));
  }

  private PCollectionView<PageDigest> summed(Stage from) {
    PCollection<PackedPage> out = Objects.requireNonNull(given.get(from)).pages();
    return summed(from.label() + "_pages_sum", digests(from.label() + "_pages", from, out));
  }

  private PCollection<PageDigest> digests(String label, Stage from, PCollection<PackedPage> of) {
    JudgedPages judged = Objects.requireNonNull(given.get(from)).judged();
    return of.apply(label, MapElements.into(TypeDescriptor.of(PageDigest.class)).via(judged::sum))
        .setCoder(SerializableCoder.of(PageDigest.class));
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
