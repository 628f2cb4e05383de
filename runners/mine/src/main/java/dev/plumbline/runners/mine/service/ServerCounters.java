package dev.plumbline.runners.mine.service;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a mine does. */
public final class ServerCounters {

  private final LongAdder requests = new LongAdder();
  private final LongAdder rowsServed = new LongAdder();
  private final LongAdder bytesServed = new LongAdder();
  private final LongAdder rowsRendered = new LongAdder();
  private final LongAdder renderNanos = new LongAdder();
  private volatile long startNanos;

  public void started(long nanos) {
    startNanos = nanos;
  }

  public void request() {
    requests.increment();
  }

  public void page(long rows) {
    rowsServed.add(rows);
  }

  public void sent(int bytes) {
    bytesServed.add(bytes);
  }

  public void rendered(int rows, long cpuNanos) {
    rowsRendered.add(rows);
    renderNanos.add(cpuNanos);
  }

  public MineStats stats(Duration cpu) {
    return new MineStats(
        requests.sum(),
        rowsServed.sum(),
        bytesServed.sum(),
        cpu,
        rowsRendered.sum(),
        Duration.ofNanos(renderNanos.sum()),
        Duration.ofNanos(startNanos));
  }
}
