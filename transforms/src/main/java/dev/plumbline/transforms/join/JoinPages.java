package dev.plumbline.transforms.join;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.JudgeTable;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.TableRun;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * The join stage of a pipeline that transforms before it loads, in Beam, where the engine takes
 * pages: packed pages in, out the table with the stage's findings, what of it the judge is shown,
 * and under {@link PageWork#TAKEN} the pages as the work took them up.
 */
public final class JoinPages extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final PTransform<PCollection<PackedPage>, PCollectionTuple> work;
  private final PTransform<PCollection<TableRun>, PCollectionTuple> show;

  private JoinPages(
      PTransform<PCollection<PackedPage>, PCollectionTuple> work,
      PTransform<PCollection<TableRun>, PCollectionTuple> show) {
    this.work = work;
    this.show = show;
  }

  /**
   * The stage.
   *
   * @param work the engine's, as {@link PageWork} gives it
   * @param show shows the judge the relation; see {@link dev.plumbline.transforms.table.ShowTable}
   */
  public static JoinPages of(
      PTransform<PCollection<PackedPage>, PCollectionTuple> work,
      PTransform<PCollection<TableRun>, PCollectionTuple> show) {
    return new JoinPages(work, show);
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> pages) {
    PCollectionTuple done = pages.apply("Work", work);
    return done.get(JudgeTable.TABLE)
        .apply("Show", show)
        .and(PageWork.TAKEN, done.get(PageWork.TAKEN));
  }
}
