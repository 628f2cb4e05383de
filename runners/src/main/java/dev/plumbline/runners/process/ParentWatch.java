package dev.plumbline.runners.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this JVM at once when its parent is gone. Standard input is a pipe that the parent holds
 * open and never writes to, so its end means that the parent died, however it died.
 */
public final class ParentWatch implements AutoCloseable {
  private final FileChannel parent;
  private volatile boolean closed;

  private ParentWatch(FileChannel parent) {
    this.parent = parent;
  }

  /** Starts the watch, a daemon thread, on standard input. */
  public static ParentWatch start() {
    ParentWatch watch = new ParentWatch(new FileInputStream(FileDescriptor.in).getChannel());
    Thread thread = new Thread(watch::haltAtEnd, "parent-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void haltAtEnd() {
    ByteBuffer buffer = ByteBuffer.allocate(1);
    try {
      while (parent.read(buffer.clear()) >= 0) {
        // Whatever the parent writes means that it lives.
      }
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
    if (!closed) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Ends the watch. A thread that is left in a system call would hold up a JVM's exit by 0.3 s. */
  @Override
  public void close() {
    closed = true;
    try {
      parent.close();
    } catch (IOException e) {
      log().debug("the watch on the parent was not ended", e); // the exit takes a little longer
    }
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(ParentWatch.class);
  }
}
