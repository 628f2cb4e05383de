package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.util.Iterator;

/** A body whose every line feed is given a carriage return; fits JSON, whose values have none. */
public final class WindowsLines implements Iterator<ByteBuffer> {

  private final Iterator<ByteBuffer> body;

  public WindowsLines(Iterator<ByteBuffer> body) {
    this.body = body;
  }

  @Override
  public boolean hasNext() {
    return body.hasNext();
  }

  @Override
  public ByteBuffer next() {
    ByteBuffer from = body.next();
    ByteSink out = new ByteSink(from.remaining() + from.remaining() / 16 + 16);
    while (from.hasRemaining()) {
      byte b = from.get();
      if (b == '\n') {
        out.put('\r');
      }
      out.put(b);
    }
    return out.wrap();
  }
}
