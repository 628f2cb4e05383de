package dev.plumbline.runners.mine.service;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;

/** Writes a body buffer by buffer, without holding a thread while the client is slow. */
public final class BodyWriter extends IteratingNestedCallback {

  private final Response response;
  private final Iterator<ByteBuffer> body;
  private final ServerCounters counters;

  public BodyWriter(
      Response response, Iterator<ByteBuffer> body, ServerCounters counters, Callback whenDone) {
    super(whenDone);
    this.response = response;
    this.body = body;
    this.counters = counters;
  }

  @Override
  protected Action process() {
    if (!body.hasNext()) {
      return Action.SUCCEEDED;
    }
    ByteBuffer next = body.next();
    counters.sent(next.remaining());
    response.write(!body.hasNext(), next, this);
    return Action.SCHEDULED;
  }
}
