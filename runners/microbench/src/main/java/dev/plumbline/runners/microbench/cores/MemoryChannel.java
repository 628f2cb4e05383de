package dev.plumbline.runners.microbench.cores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file in memory, so that a benchmark times no disk. */
final class MemoryChannel implements WritableByteChannel {
  private byte[] bytes = new byte[1 << 20];
  private int size;

  /** Empties it; it keeps its memory. */
  void reset() {
    size = 0;
  }

  /** Writes what it holds into a new file. */
  void saveTo(Path file) throws IOException {
    ByteBuffer held = ByteBuffer.wrap(bytes, 0, size);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (held.hasRemaining()) {
        out.write(held);
      }
    }
  }

  @Override
  public int write(ByteBuffer source) {
    int length = source.remaining();
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, length), 2 * bytes.length));
    }
    source.get(bytes, size, length);
    size += length;
    return length;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
