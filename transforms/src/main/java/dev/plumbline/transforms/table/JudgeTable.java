package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * A stage on a table in Beam, with a side output for the judge: under {@link #TABLE} the {@link
 * TableRun} with the stage's findings, under the tag that is given what of its files the judge is
 * shown.
 *
 * @param <T> what the judge is shown
 */
public final class JudgeTable<T> extends PTransform<PCollection<TableRun>, PCollectionTuple> {
  /** The table, one stage later. */
  public static final TupleTag<TableRun> TABLE = new TupleTag<>("table") {};

  private static final long serialVersionUID = 1;

  /**
   * Shows the judge what a stage left.
   *
   * @param <T> what the judge is shown
   */
  @FunctionalInterface
  public interface Shown<T> extends Serializable {
    /** Of the table that the next stage will work on. */
    void show(WrittenTable left, Consumer<T> judge);
  }

  private final PTransform<PCollection<TableRun>, PCollection<TableRun>> work;
  private final Shown<T> shown;
  private final TupleTag<T> parity;
  private final Coder<T> coder;

  private JudgeTable(
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work,
      Shown<T> shown,
      TupleTag<T> parity,
      Coder<T> coder) {
    this.work = work;
    this.shown = shown;
    this.parity = parity;
    this.coder = coder;
  }

  /**
   * The stage.
   *
   * @param work what it does
   * @param parity the side output's tag
   * @param coder of what the judge is shown
   */
  public static <T> JudgeTable<T> of(
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work,
      Shown<T> shown,
      TupleTag<T> parity,
      Coder<T> coder) {
    return new JudgeTable<>(work, shown, parity, coder);
  }

  /** The same stage where no judge is: nothing but the table comes out. */
  public static PTransform<PCollection<TableRun>, PCollectionTuple> unseen(
      PTransform<PCollection<TableRun>, PCollection<TableRun>> work) {
    return new Unseen(work);
  }

  private static final class Unseen extends PTransform<PCollection<TableRun>, PCollectionTuple> {
    private static final long serialVersionUID = 1;

    private final PTransform<PCollection<TableRun>, PCollection<TableRun>> work;

    Unseen(PTransform<PCollection<TableRun>, PCollection<TableRun>> work) {
      this.work = work;
    }

    @Override
    public PCollectionTuple expand(PCollection<TableRun> input) {
      return PCollectionTuple.of(TABLE, input.apply("Work", work));
    }
  }

  @Override
  public PCollectionTuple expand(PCollection<TableRun> input) {
    PCollectionTuple out =
        input
            .apply("Work", work)
            .apply(
                "Show",
                ParDo.of(new ShowFn<>(shown, parity))
                    .withOutputTags(TABLE, TupleTagList.of(parity)));
    out.get(TABLE).setCoder(SerializableCoder.of(TableRun.class));
    out.get(parity).setCoder(coder);
    return out;
  }

  private static final class ShowFn<T> extends DoFn<TableRun, TableRun> {
    private static final long serialVersionUID = 1;

    private final Shown<T> shown;
    private final TupleTag<T> parity;

    ShowFn(Shown<T> shown, TupleTag<T> parity) {
      this.shown = shown;
      this.parity = parity;
    }

    @ProcessElement
    public void processElement(@Element TableRun run, MultiOutputReceiver out) {
      shown.show(run.given(), out.get(parity)::output);
      out.get(TABLE).output(run);
    }
  }
}
