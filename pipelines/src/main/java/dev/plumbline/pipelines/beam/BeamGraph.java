package dev.plumbline.pipelines.beam;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.beam.DigestRows;
import dev.plumbline.pipelines.JudgedPages;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.csv.WriteCsv;
import dev.plumbline.transforms.decode.DecodePages;
import dev.plumbline.transforms.fetch.FetchPages;
import dev.plumbline.transforms.join.JoinPages;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.WriteParquet;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.RunOnTable;
import dev.plumbline.transforms.table.SpreadableWork;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Makes a Beam graph of a {@link PipelineSpec}: one composite for each stage, labelled with its
 * name, and for each judged stage a tagged side output into the digest.
 */
public final class BeamGraph {
  private final PipelineSpec spec;
  private final String runId;
  private final Shape shape;
  private final Map<Stage, PCollection<FetchedPage>> fetched = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollection<PackedPage>> decoded = new EnumMap<>(Stage.class);
  private final Map<Stage, PCollection<TableRun>> tables = new EnumMap<>(Stage.class);

  private BeamGraph(PipelineSpec spec, String runId, Shape shape) {
    this.spec = spec;
    this.runId = runId;
    this.shape = shape;
  }

  /**
   * What a runner wants of the graph's shape.
   *
   * @param shards in how many shares pages are fetched, decoded and written at once
   * @param files how many files are written, or 0 to leave it to the runner
   */
  public record Shape(int shards, int files) {}

  /**
   * Adds the pipeline's stages to a Beam pipeline; what they bring out is written to {@code
   * outcome}.
   *
   * @param runId the run whose interval log the stages write
   */
  public static void build(
      PipelineSpec spec, Pipeline pipeline, String runId, Shape shape, OutcomeFiles outcome) {
    BeamGraph graph = new BeamGraph(spec, runId, shape);
    spec.steps().forEach(step -> graph.add(step, pipeline, outcome));
    Step last = spec.steps().get(spec.steps().size() - 1);
    input(graph.tables, last.stage())
        .apply(
            "outcome", MapElements.into(TypeDescriptor.of(String.class)).via(outcome::writeTables));
  }

  private void add(Step step, Pipeline pipeline, OutcomeFiles outcome) {
    String label = step.stage().label();
    if (step instanceof Step.Fetch fetch) {
      FetchPages pages = FetchPages.of(fetch.core(), clock(Stage.FETCH), fetch.plan());
      fetched.put(Stage.FETCH, pipeline.apply(label, pages.withShards(shape.shards())));
    } else if (step instanceof Step.Decode decode) {
      decode(decode, label, outcome);
    } else if (step instanceof Step.Write write) {
      write(write, label);
    } else if (step instanceof Step.JoinPages join) {
      Step.Write handover = join.handover();
      JoinPages stage =
          JoinPages.of(
              handover.stage().label(), files(handover), onTable(step.stage(), join.core()));
      tables.put(step.stage(), input(decoded, handover.source()).apply(label, stage));
    } else if (step instanceof Step.Written written) {
      tables.put(
          written.stage(),
          pipeline.apply(
              label,
              Create.of(TableRun.of(written.table()))
                  .withCoder(SerializableCoder.of(TableRun.class))));
    } else if (step instanceof Step.OnTable work) {
      tables.put(
          work.stage(),
          input(tables, work.source()).apply(label, onTable(work.stage(), work.core())));
    } else {
      throw new IllegalArgumentException("No Beam graph for step " + step);
    }
  }

  private PTransform<PCollection<TableRun>, PCollection<TableRun>> onTable(
      Stage stage, TableCore core) {
    StageClock clock = clock(stage);
    return core instanceof SpreadableWork spread
        ? spread.spread(clock, shape.shards())
        : RunOnTable.of(core, clock);
  }

  private void decode(Step.Decode decode, String label, OutcomeFiles outcome) {
    PCollectionTuple pages =
        input(fetched, Stage.FETCH)
            .apply(
                label,
                DecodePages.of(decode.core(), clock(Stage.DECODE)).withParity(decode.judged()));
    decoded.put(Stage.DECODE, pages.get(DecodePages.PAGES));
    if (decode.judged()) {
      DigestSpec judge = spec.digest();
      PCollection<TableDigest> digest =
          pages
              .get(DecodePages.PARITY)
              .apply(
                  label + "_parity",
                  Combine.globally(
                          DigestRows.of(
                              judge, new JudgedPages(judge.schema(), clock(Stage.PARITY))))
                      .withoutDefaults());
      digest.apply(
          label + "_digest",
          MapElements.into(TypeDescriptor.of(String.class)).via(outcome::writeDigest));
    }
  }

  private void write(Step.Write write, String label) {
    PCollection<WrittenTable> table = input(decoded, write.source()).apply(label, files(write));
    tables.put(
        write.stage(),
        table
            .apply(
                label + "_table",
                MapElements.into(TypeDescriptor.of(TableRun.class)).via(TableRun::of))
            .setCoder(SerializableCoder.of(TableRun.class)));
  }

  private PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> files(Step.Write write) {
    StageClock clock = clock(write.stage());
    return switch (write.form()) {
      case CSV ->
          WriteCsv.to(
                  write.directory(),
                  DescribedSchema.of(spec.digest().schema()),
                  write.core(),
                  clock)
              .withFiles(shape.files());
      case PARQUET ->
          WriteParquet.to(write.directory(), write.core(), clock).withFiles(shape.files());
    };
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
