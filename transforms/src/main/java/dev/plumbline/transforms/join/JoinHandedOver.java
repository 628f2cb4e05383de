package dev.plumbline.transforms.join;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.WriteParquet;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WritePages;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The join stage of a pipeline that transforms before it loads, in Beam: packed pages in, out all
 * that the engine's work gives out, whose table is the rows as they were handed over to it, and
 * under {@link WritePages#PARITY} what pages were handed over.
 */
public final class JoinHandedOver extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final String handOverLabel;
  private final WriteParquet handOver;
  private final PTransform<PCollection<TableRun>, PCollectionTuple> work;

  private JoinHandedOver(
      String handOverLabel,
      WriteParquet handOver,
      PTransform<PCollection<TableRun>, PCollectionTuple> work) {
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
  public static JoinHandedOver of(
      String handOverLabel,
      WriteParquet handOver,
      PTransform<PCollection<TableRun>, PCollectionTuple> work) {
    return new JoinHandedOver(handOverLabel, handOver, work);
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> pages) {
    PCollectionTuple handed = pages.apply(handOverLabel, handOver);
    return handed
        .get(WritePages.TABLE)
        .apply("Table", MapElements.into(TypeDescriptor.of(TableRun.class)).via(TableRun::of))
        .setCoder(SerializableCoder.of(TableRun.class))
        .apply("Join", work)
        .and(WritePages.PARITY, handed.get(WritePages.PARITY));
  }
}
