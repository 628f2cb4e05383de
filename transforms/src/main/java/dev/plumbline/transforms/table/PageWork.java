package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * The work of a stage on all rows of an export, as the pages come: no file stands between. {@link
 * #run} is the same work in a plain loop.
 */
public interface PageWork extends Serializable {
  /** The pages as the work took them up, for the judge. */
  TupleTag<PackedPage> TAKEN = new TupleTag<>("taken") {};

  /**
   * Does the work.
   *
   * @param pages all of them, in any order
   * @throws TableException if the result cannot be computed or written
   */
  Findings run(List<PackedPage> pages);

  /**
   * The work as a Beam graph: all pages in; out under {@link JudgeTable#TABLE} one {@link TableRun}
   * of no rows in files, with the stage's findings, and the pages under {@link #TAKEN}.
   *
   * @param clock the stage's clock, which each piece of work notes its interval with
   * @param shards in how many pieces the runner can work at once
   */
  PTransform<PCollection<PackedPage>, PCollectionTuple> spread(StageClock clock, int shards);
}
