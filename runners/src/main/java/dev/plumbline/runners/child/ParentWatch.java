package dev.plumbline.runners.child;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this JVM at once when its parent is gone. Standard input is a pipe that the parent holds
 * open and never writes to, so its end means that the parent died, however it died.
 */
public final class ParentWatch {
  private ParentWatch() {}

  /** Starts the watch, a daemon thread, on standard input. */
  public static void start() {
    Thread watch = new Thread(() -> haltAtEnd(System.in), "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void haltAtEnd(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // Whatever the parent writes means that it lives.
      }
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
    Runtime.getRuntime().halt(1);
  }
}
