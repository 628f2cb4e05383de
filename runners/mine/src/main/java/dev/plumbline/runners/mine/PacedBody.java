package dev.plumbline.runners.mine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Writes a recorded body at the pace at which it came: its first byte when the first one came, the
 * last one when the last one did, the rest evenly between. Holds no thread while it waits.
 */
final class PacedBody extends IteratingNestedCallback {

  private static final int SLICES = 16;

  private final Response response;
  private final Scheduler scheduler;
  private final ByteBuffer body;
  private final Duration firstByte;
  private final Duration elapsed;
  private final long begunNanos;
  private final int sizeBytes;
  private int slice;

  PacedBody(
      RecordedAnswers.Answer answer,
      Response response,
      Scheduler scheduler,
      long begunNanos,
      Callback whenDone) {
    super(whenDone);
    this.response = response;
    this.scheduler = scheduler;
    this.body = answer.bytes();
    this.sizeBytes = body.remaining();
    this.firstByte = answer.exchange().firstByte();
    this.elapsed = answer.exchange().elapsed();
    this.begunNanos = begunNanos;
  }

  @Override
  protected Action process() {
    if (slice > SLICES) {
      return Action.SUCCEEDED;
    }
    long wait = due().toNanos() - (System.nanoTime() - begunNanos);
    if (wait > 0) {
      scheduler.schedule(this::succeeded, wait, TimeUnit.NANOSECONDS);
      return Action.SCHEDULED;
    }
    int end = (int) ((long) sizeBytes * slice / SLICES);
    ByteBuffer next = body.slice(body.position(), end - body.position());
    body.position(end);
    boolean last = slice++ == SLICES;
    response.write(last, next, this);
    return Action.SCHEDULED;
  }

  private Duration due() {
    return firstByte.plus(elapsed.minus(firstByte).multipliedBy(slice).dividedBy(SLICES));
  }
}
