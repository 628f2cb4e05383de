package dev.plumbline.pipelines.beam;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RelationJudge;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.csv.WriteCsv;
import dev.plumbline.transforms.decode.DecodePages;
import dev.plumbline.transforms.fetch.FetchPages;
import dev.plumbline.transforms.join.JoinHandedOver;
import dev.plumbline.transforms.join.JoinPages;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.RelationPages;
import dev.plumbline.transforms.parquet.WriteParquet;
import dev.plumbline.transforms.parquet.WriteRelation;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.JudgeTable;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.RunOnTable;
import dev.plumbline.transforms.table.ShowTable;
import dev.plumbline.transforms.table.SpreadableWork;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WritePages;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Makes a Beam graph of a {@link PipelineSpec}: one composite for each stage, labelled with its
 * name, for each producing stage a tagged side output into the judge's digests, and the verdict at
 * the end.
 */
public final class BeamGraph {
  /** The pieces of a join's relation, for the judge. */
  public static final TupleTag<RelationPages.Piece> RELATION = new TupleTag<>("relation_parity") {};

  private final PipelineSpec spec;
  private final String runId;
  private final Shape shape;
  private final Map<Stage, PCollection<FetchedPage>> fetched = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollection<PackedPage>> decoded = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollection<TableRun>> tables = new EnumMap<>(Stage.class);
  private final GraphVerdict judge;

  private BeamGraph(PipelineSpec spec, String runId, Shape shape) {
    this.spec = spec;
    this.runId = runId;
    this.shape = shape;
    this.judge = new GraphVerdict(clock(Stage.PARITY), shape.threads());
  }

  /**
   * What a runner wants of the graph's shape.
   *
   * @param shards in how many shares pages are fetched, decoded and written at once
   * @param threads by how many threads a bundle's pages are decoded, judged and written
   */
  public record Shape(int shards, int threads) {}

  /**
   * Adds the pipeline's stages to a Beam pipeline; what they bring out is written to {@code
   * outcome}.
   *
   * @param runId the run whose interval log the stages write
   */
  public static void build(
      PipelineSpec spec, Pipeline pipeline, String runId, Shape shape, OutcomeFiles outcome) {
    BeamGraph graph = new BeamGraph(spec, runId, shape);
    spec.steps().forEach(step -> graph.add(step, pipeline));
    Step last = spec.steps().get(spec.steps().size() - 1);
    PCollection<TableRun> end = input(graph.tables, last.stage());
    end.apply(
        "outcome", MapElements.into(TypeDescriptor.of(String.class)).via(outcome::writeTables));
    if (spec.judged()) {
      graph
          .judge
          .over(end)
          .apply(
              "verdict_outcome",
              MapElements.into(TypeDescriptor.of(String.class)).via(outcome::writeVerdict));
    }
  }

  private void add(Step step, Pipeline pipeline) {
    String label = step.stage().label();
    if (step instanceof Step.Fetch fetch) {
      FetchPages pages = FetchPages.of(fetch.core(), clock(Stage.FETCH), fetch.plan());
      fetched.put(Stage.FETCH, pipeline.apply(label, pages.withShards(shape.shards())));
    } else if (step instanceof Step.Decode decode) {
      decode(decode, label);
    } else if (step instanceof Step.Write write) {
      write(write, label);
    } else if (step instanceof Step.JoinPages join) {
      join(join, label);
    } else if (step instanceof Step.JoinHandedOver join) {
      join(join, label);
    } else if (step instanceof Step.Written written) {
      tables.put(
          written.stage(),
          pipeline.apply(
              label,
              Create.of(TableRun.of(written.table()))
                  .withCoder(SerializableCoder.of(TableRun.class))));
    } else if (step instanceof Step.OnTable work) {
      onTable(work, label);
    } else {
      throw new IllegalArgumentException("No Beam graph for step " + step);
    }
  }

  private void onTable(Step.OnTable work, String label) {
    PCollection<TableRun> from = input(tables, work.source());
    if (work.stage() == Stage.JOIN) {
      joined(from.apply(label, JudgeTable.of(work(Stage.JOIN, work.core()), showRelation())));
    } else if (spec.judged() && work.core() instanceof WriteRelation write && write.tellsPages()) {
      PCollectionTuple written = from.apply(label, toldOf(work.stage(), write));
      tables.put(work.stage(), written.get(JudgeTable.TABLE));
      judge.takes(work.stage(), Stage.JOIN, written.get(WritePages.PARITY));
    } else {
      tables.put(work.stage(), from.apply(label, work(work.stage(), work.core())));
    }
  }

  private PTransform<PCollection<TableRun>, PCollection<TableRun>> work(
      Stage stage, TableCore core) {
    StageClock clock = clock(stage);
    return core instanceof SpreadableWork spread
        ? spread.spread(clock, shape.shards())
        : RunOnTable.of(core, clock);
  }

  /** Shows the relation to the judge, if there is one. */
  private PTransform<PCollection<TableRun>, PCollectionTuple> showRelation() {
    return spec.judged()
        ? ShowTable.of(
            (left, judge) -> RelationPages.pieces(left).forEach(judge),
            RELATION,
            SerializableCoder.of(RelationPages.Piece.class))
        : ShowTable.toNobody();
  }

  /** A write whose files tell the judge what pages they were given. */
  private JudgeTable toldOf(Stage stage, TableCore core) {
    return JudgeTable.of(
        work(stage, core),
        ShowTable.of(
            (left, told) ->
                left.files().forEach(file -> told.accept(ParquetFooter.given(file.path()))),
            WritePages.PARITY,
            SerializableCoder.of(PageDigest.class)));
  }

  private void joined(PCollectionTuple out) {
    if (!spec.judged()) {
      tables.put(Stage.JOIN, out.get(JudgeTable.TABLE));
      return;
    }
    DigestSpec relation = RelationJudge.of(spec.digest());
    RelationPages pages = new RelationPages(relation.schema(), clock(Stage.PARITY));
    PCollection<RelationPages.Piece> pieces = out.get(RELATION);
    if (shape.threads() == 1) { // else the threads of one bundle read them at once
      pieces = pieces.apply("join_pieces", Reshuffle.viaRandomKey());
    }
    PCollectionView<TableDigest> judged =
        judge.gives(Stage.JOIN, relation, pieces, pages::each, pagesAreTold(Stage.JOIN));
    tables.put(
        Stage.JOIN,
        out.get(JudgeTable.TABLE)
            .apply("join_judged", ParDo.of(new PassOn()).withSideInputs(judged))
            .setCoder(SerializableCoder.of(TableRun.class)));
  }

  /** Waits for the judge: what works on the relation next is measured, and works alone. */
  private static final class PassOn extends DoFn<TableRun, TableRun> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(@Element TableRun run, OutputReceiver<TableRun> out) {
      out.output(run);
    }
  }

  private void join(Step.JoinPages join, String label) {
    PCollectionTuple out =
        input(decoded, Stage.DECODE)
            .apply(
                label,
                JoinPages.of(
                    join.work().spread(clock(Stage.JOIN), shape.shards()), showRelation()));
    joined(out);
    if (spec.judged()) {
      judge.takesPages(Stage.JOIN, Stage.DECODE, out.get(PageWork.TAKEN));
    }
  }

  private void join(Step.JoinHandedOver join, String label) {
    Step.Write handover = join.handover();
    PCollectionTuple out =
        input(decoded, handover.source())
            .apply(
                label,
                JoinHandedOver.of(
                    handover.stage().label(),
                    parquet(handover),
                    JudgeTable.of(work(Stage.JOIN, join.core()), showRelation())));
    joined(out);
    if (spec.judged() && handover.core().tellsPages()) {
      judge.takes(handover.stage(), handover.source(), out.get(WritePages.PARITY));
    }
  }

  private void decode(Step.Decode decode, String label) {
    PCollectionTuple pages =
        input(fetched, Stage.FETCH)
            .apply(
                label,
                DecodePages.of(decode.core(), clock(Stage.DECODE))
                    .withParity(decode.judged())
                    .withThreads(shape.threads()));
    decoded.put(Stage.DECODE, pages.get(DecodePages.PAGES));
    if (decode.judged()) {
      judge.gives(
          Stage.DECODE,
          spec.digest(),
          pages.get(DecodePages.PARITY),
          (page, out) -> out.accept(page),
          pagesAreTold(Stage.DECODE));
    }
  }

  private void write(Step.Write write, String label) {
    PCollection<WrittenTable> table =
        switch (write.form()) {
          case CSV -> input(decoded, write.source()).apply(label, csv(write));
          case PARQUET -> {
            PCollectionTuple out = input(decoded, write.source()).apply(label, parquet(write));
            if (spec.judged() && write.core().tellsPages()) {
              judge.takes(write.stage(), write.source(), out.get(WritePages.PARITY));
            }
            yield out.get(WritePages.TABLE);
          }
        };
    tables.put(
        write.stage(),
        table
            .apply(
                label + "_table",
                MapElements.into(TypeDescriptor.of(TableRun.class)).via(TableRun::of))
            .setCoder(SerializableCoder.of(TableRun.class)));
  }

  private WriteCsv csv(Step.Write write) {
    DescribedSchema columns = DescribedSchema.of(spec.digest().schema());
    return WriteCsv.to(write.directory(), columns, write.core(), clock(write.stage()))
        .withThreads(shape.threads());
  }

  private WriteParquet parquet(Step.Write write) {
    return WriteParquet.to(write.directory(), write.core(), clock(write.stage()))
        .withThreads(shape.threads())
        .withParity(spec.judged() && write.core().tellsPages());
  }

  /** Whether a later stage tells what pages it took of this one. */
  private boolean pagesAreTold(Stage from) {
    return spec.steps().stream()
        .anyMatch(
            step ->
                (step instanceof Step.Write write && tells(write, from))
                    || (step instanceof Step.JoinPages && from == Stage.DECODE)
                    || (step instanceof Step.JoinHandedOver join && tells(join.handover(), from))
                    || (step instanceof Step.OnTable work
                        && from == Stage.JOIN
                        && work.core() instanceof WriteRelation write
                        && write.tellsPages()));
  }

  private static boolean tells(Step.Write write, Stage from) {
    return write.source() == from && write.core().tellsPages();
  }

  private static <T> PCollection<T> input(Map<Stage, PCollection<T>> outputs, Stage stage) {
    return Objects.requireNonNull(
        outputs.get(stage),
        () -> "Stage " + stage.label() + " gives out nothing of the kind that is taken here");
  }

  private StageClock clock(Stage stage) {
    return new StageClock(runId, stage.label());
  }
}
