package dev.plumbline.transforms.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * While a row stream is written or read, other runs wait that would replace it, in this process and
 * in others: so nobody finds the file of one run beside the manifest of another.
 */
final class StreamLock {
  /** Within a process a second file lock would be refused, not waited for. */
  private static final Object HERE = new Object();

  private StreamLock() {}

  /**
   * What is done meanwhile.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Action<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Waits, does it, and lets others go on; the file is made where there is none. */
  static <T> T holding(Path file, Action<T> action) throws IOException {
    synchronized (HERE) {
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        T done = action.run();
        lock.release();
        return done;
      }
    }
  }
}
