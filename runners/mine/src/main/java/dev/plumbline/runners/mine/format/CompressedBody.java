package dev.plumbline.runners.mine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A body compressed while it is taken. */
public final class CompressedBody implements Iterator<ByteBuffer> {

  private static final int BLOCK_BYTES = 16_384;

  private final Iterator<ByteBuffer> plain;
  private final ByteArrayOutputStream done = new ByteArrayOutputStream(2 * BLOCK_BYTES);
  private final OutputStream compressor;
  private boolean ended;

  /** {@code fileName} is what a zip file's only entry is called. */
  public CompressedBody(Iterator<ByteBuffer> plain, Compression compression, String fileName) {
    this.plain = plain;
    try {
      this.compressor = compression.over(done, fileName);
    } catch (IOException e) {
      throw new UncheckedIOException("beginning to compress in memory", e);
    }
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
    try {
      while (plain.hasNext() && done.size() < BLOCK_BYTES) {
        compress(plain.next());
      }
      if (!plain.hasNext()) {
        compressor.close();
        ended = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    ByteBuffer block = ByteBuffer.wrap(done.toByteArray());
    done.reset();
    return block;
  }

  private void compress(ByteBuffer from) throws IOException {
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    compressor.write(bytes);
  }
}
