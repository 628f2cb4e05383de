package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A body between two pieces of its own. */
public final class FramedBody implements Iterator<ByteBuffer> {

  private final ByteBuffer before;
  private final Iterator<ByteBuffer> body;
  private final ByteBuffer after;
  private boolean begun;
  private boolean ended;

  public FramedBody(ByteBuffer before, Iterator<ByteBuffer> body, ByteBuffer after) {
    this.before = before;
    this.body = body;
    this.after = after;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public ByteBuffer next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (!begun) {
      begun = true;
      return before;
    }
    ended = !body.hasNext();
    return ended ? after : body.next();
  }
}
