package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A body of rows that ends as the service's does if writing it fails: the rows written before stay,
 * and an error follows them. If there are none yet, the error is all there is.
 */
public final class GuardedBody implements Iterator<ByteBuffer> {

  private final Iterator<ByteBuffer> body;
  private final ReplyForm form;
  private final Consumer<RuntimeException> log;
  private boolean begun;
  private boolean failed;
  private byte last;

  /** {@code log} is told of the failure. */
  public GuardedBody(Iterator<ByteBuffer> body, ReplyForm form, Consumer<RuntimeException> log) {
    this.body = body;
    this.form = form;
    this.log = log;
  }

  @Override
  public boolean hasNext() {
    return !failed && body.hasNext();
  }

  @Override
  public ByteBuffer next() {
    if (failed) {
      throw new NoSuchElementException();
    }
    ByteBuffer block;
    try {
      block = body.next();
    } catch (NoSuchElementException e) {
      throw e;
    } catch (RuntimeException e) {
      log.accept(e);
      failed = true;
      return begun ? form.failure(last == '\n') : form.plainError(true, 500, ReplyForm.FAILED);
    }
    begun = true;
    if (block.hasRemaining()) {
      last = block.get(block.limit() - 1);
    }
    return block;
  }
}
