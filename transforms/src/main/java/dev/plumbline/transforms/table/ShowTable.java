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
 * Shows the judge what a stage on a table left, in Beam: the {@link TableRun} in, the same out
 * under {@link JudgeTable#TABLE}, and under the tag that is given what of its files the judge is
 * shown.
 *
 * @param <T> what the judge is shown
 */
public final class ShowTable<T> extends PTransform<PCollection<TableRun>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /**
   * Picks what the judge is shown.
   *
   * @param <T> what the judge is shown
   */
  @FunctionalInterface
  public interface Shown<T> extends Serializable {
    /** Of the table that the next stage will work on. */
    void show(WrittenTable left, Consumer<T> judge);
  }

  private final Shown<T> shown;
  private final TupleTag<T> parity;
  private final Coder<T> coder;

  private ShowTable(Shown<T> shown, TupleTag<T> parity, Coder<T> coder) {
    this.shown = shown;
    this.parity = parity;
    this.coder = coder;
  }

  /**
   * Shows this.
   *
   * @param parity the side output's tag
   * @param coder of what the judge is shown
   */
  public static <T> ShowTable<T> of(Shown<T> shown, TupleTag<T> parity, Coder<T> coder) {
    return new ShowTable<>(shown, parity, coder);
  }

  /** Where no judge is: nothing but the table comes out. */
  public static PTransform<PCollection<TableRun>, PCollectionTuple> toNobody() {
    return new ToNobody();
  }

  @Override
  public PCollectionTuple expand(PCollection<TableRun> input) {
    PCollectionTuple out =
        input.apply(
            "Files",
            ParDo.of(new ShowFn<>(shown, parity))
                .withOutputTags(JudgeTable.TABLE, TupleTagList.of(parity)));
    out.get(JudgeTable.TABLE).setCoder(SerializableCoder.of(TableRun.class));
    out.get(parity).setCoder(coder);
    return out;
  }

  private static final class ToNobody extends PTransform<PCollection<TableRun>, PCollectionTuple> {
    private static final long serialVersionUID = 1;

    @Override
    public PCollectionTuple expand(PCollection<TableRun> input) {
      return PCollectionTuple.of(JudgeTable.TABLE, input);
    }
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
      out.get(JudgeTable.TABLE).output(run);
    }
  }
}
