package dev.plumbline.transforms.mine;

import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/**
 * Counts the bytes of each response body as they come over the connection, before decompression.
 */
final class TransportBytes extends EventListener {
  /** Gives a request a counter of its own. */
  static Request.Builder count(Request.Builder request) {
    return request.tag(AtomicLong.class, new AtomicLong());
  }

  /** The bytes of the request's response body so far. */
  static long of(Request request) {
    AtomicLong counter = request.tag(AtomicLong.class);
    return counter == null ? 0 : counter.get();
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    AtomicLong counter = call.request().tag(AtomicLong.class);
    if (counter != null) {
      counter.addAndGet(byteCount);
    }
  }
}
