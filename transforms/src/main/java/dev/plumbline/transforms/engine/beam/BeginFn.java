package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.PeakRss;
import dev.plumbline.transforms.table.TableRun;
import org.apache.beam.sdk.transforms.DoFn;

/** Begins a new phase of the process's peak memory. */
final class BeginFn extends DoFn<TableRun, StartedTable> {
  private static final long serialVersionUID = 1;

  @ProcessElement
  public void processElement(@Element TableRun run, OutputReceiver<StartedTable> out) {
    long before = PeakRss.read();
    PeakRss.reset();
    out.output(new StartedTable(run, before));
  }
}
