package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.clock.Timed;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * A stage on a whole table in Beam: the one {@link TableRun} in, the same with the stage's findings
 * out. The work is done by one worker, in one piece.
 */
public final class RunOnTable extends PTransform<PCollection<TableRun>, PCollection<TableRun>> {
  private static final long serialVersionUID = 1;

  private final TableCore core;
  private final StageClock clock;

  private RunOnTable(TableCore core, StageClock clock) {
    this.core = core;
    this.clock = clock;
  }

  /** Runs this work. */
  public static RunOnTable of(TableCore core, StageClock clock) {
    return new RunOnTable(core, clock);
  }

  @Override
  public PCollection<TableRun> expand(PCollection<TableRun> input) {
    return input
        .apply("Run", ParDo.of(new TableFn(core, clock)))
        .setCoder(SerializableCoder.of(TableRun.class));
  }

  private static final class TableFn extends DoFn<TableRun, TableRun> {
    private static final long serialVersionUID = 1;

    private final TableCore core;
    private final StageClock clock;
    private final StageMetrics metrics;

    TableFn(TableCore core, StageClock clock) {
      this.core = core;
      this.clock = clock;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(@Element TableRun run, OutputReceiver<TableRun> out) {
      Timed<TableRun> done = new TimedTable(core, clock).run(run);
      metrics.add(done.cost());
      out.output(done.value());
    }
  }
}
