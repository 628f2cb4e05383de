package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.RowBody;
import java.nio.ByteBuffer;
import java.util.Iterator;

/** A body whose rendering is counted, since it is done for each request. */
final class MeteredBody implements Iterator<ByteBuffer> {

  private final RowBody body;
  private final ServerCounters counters;

  MeteredBody(RowBody body, ServerCounters counters) {
    this.body = body;
    this.counters = counters;
  }

  @Override
  public boolean hasNext() {
    return body.hasNext();
  }

  @Override
  public ByteBuffer next() {
    long begin = MineThreads.currentCpuNanos();
    long before = body.rowsWritten();
    ByteBuffer block = body.next();
    int rows = Math.toIntExact(body.rowsWritten() - before);
    counters.rendered(rows, MineThreads.currentCpuNanos() - begin);
    return block;
  }
}
