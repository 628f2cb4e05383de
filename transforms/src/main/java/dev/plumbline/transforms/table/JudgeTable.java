package dev.plumbline.transforms.table;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * A stage on a table in Beam, with a side output for the judge: under {@link #TABLE} the {@link
 * TableRun} with the stage's findings, and what of its files the judge is shown.
 */
public final class JudgeTable extends PTransform<PCollection<TableRun>, PCollectionTuple> {
  /** The table, one stage later. */
  public static final TupleTag<TableRun> TABLE = new TupleTag<>("table") {};

  private static final long serialVersionUID = 1;

  private final PTransform<PCollection<TableRun>, PCollection<TableRun>> work;
  private final PTransform<PCollection<TableRun>, PCollectionTuple> show;

  private JudgeTable(
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work,
      PTransform<PCollection<TableRun>, PCollectionTuple> show) {
    this.work = work;
    this.show = show;
  }

  /**
   * The stage.
   *
   * @param work what it does
   * @param show shows the judge what it left; see {@link ShowTable}
   */
  public static JudgeTable of(
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work,
      PTransform<PCollection<TableRun>, PCollectionTuple> show) {
    return new JudgeTable(work, show);
  }

  @Override
  public PCollectionTuple expand(PCollection<TableRun> input) {
    return input.apply("Work", work).apply("Show", show);
  }
}
