package dev.plumbline.transforms.join;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The join stage of a pipeline that transforms before it loads, in Beam: packed pages in, one
 * {@link TableRun} out, whose table is the rows as they were handed over to the engine.
 */
public final class JoinPages extends PTransform<PCollection<PackedPage>, PCollection<TableRun>> {
  private static final long serialVersionUID = 1;

  private final String handOverLabel;
  private final PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> handOver;
  private final PTransform<PCollection<TableRun>, PCollection<TableRun>> work;

  private JoinPages(
      String handOverLabel,
      PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> handOver,
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work) {
    this.handOverLabel = handOverLabel;
    this.handOver = handOver;
    this.work = work;
  }

  /**
   * The stage.
   *
   * @param handOverLabel what the handing over is called
   * @param handOver hands the rows to the engine, in files
   * @param work the engine's
   */
  public static JoinPages of(
      String handOverLabel,
      PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> handOver,
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work) {
    return new JoinPages(handOverLabel, handOver, work);
  }

  @Override
  public PCollection<TableRun> expand(PCollection<PackedPage> pages) {
    return pages
        .apply(handOverLabel, handOver)
        .apply("Table", MapElements.into(TypeDescriptor.of(TableRun.class)).via(TableRun::of))
        .setCoder(SerializableCoder.of(TableRun.class))
        .apply("Work", work);
  }
}
