package dev.plumbline.runners.mine.service;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a mine does. */
public final class ServerCounters {

  private final LongAdder requests = new LongAdder();
  private final LongAdder rowsServed = new LongAdder();
  private final LongAdder bytesServed = new LongAdder();
  private final LongAdder rowsRendered = new LongAdder();
  private final LongAdder renderNanos = new LongAdder();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile long startNanos;

  public void started(long nanos) {
    startNanos = nanos;
  }

  public void request() {
    requests.increment();
  }

  /** A request is being answered from now on. */
  UnderWay begin() {
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    return new UnderWay();
  }

  /** A request that is being answered. */
  final class UnderWay {
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Its last bytes are about to go out, or never will. */
    void end() {
      if (ended.compareAndSet(false, true)) {
        underWay.decrementAndGet();
      }
    }
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
        Duration.ofNanos(startNanos),
        mostAtOnce.get());
  }
}
