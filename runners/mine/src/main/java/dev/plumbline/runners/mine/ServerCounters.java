package dev.plumbline.runners.mine;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a mine does. */
final class ServerCounters {

  private final LongAdder requests = new LongAdder();
  private final LongAdder rowsServed = new LongAdder();
  private final LongAdder bytesServed = new LongAdder();
  private final LongAdder rowsRendered = new LongAdder();
  private final LongAdder renderNanos = new LongAdder();
  private volatile long startNanos;

  void started(long nanos) {
    startNanos = nanos;
  }

  void request() {
    requests.increment();
  }

  void page(long rows) {
    rowsServed.add(rows);
  }

  void sent(int bytes) {
    bytesServed.add(bytes);
  }

  void rendered(int rows, long cpuNanos) {
    rowsRendered.add(rows);
    renderNanos.add(cpuNanos);
  }

  MineStats stats(Duration cpu) {
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
