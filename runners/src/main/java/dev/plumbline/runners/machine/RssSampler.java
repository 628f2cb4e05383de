package dev.plumbline.runners.machine;

/** Looks every few milliseconds at how much memory a process and its descendants hold. */
public final class RssSampler implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 10;

  private final ProcessHandle root;
  private final Thread thread;
  private volatile long peakBytes;

  private RssSampler(ProcessHandle root) {
    this.root = root;
    this.thread = new Thread(this::watch, "rss-sampler");
    thread.setDaemon(true);
  }

  /** Starts to look. */
  public static RssSampler start(ProcessHandle root) {
    RssSampler sampler = new RssSampler(root);
    sampler.thread.start();
    return sampler;
  }

  /** The most that was seen so far. */
  public long peakBytes() {
    return peakBytes;
  }

  private void watch() {
    try {
      while (root.isAlive()) {
        long seen = Math.max(ProcessTree.rssBytes(root), ProcessTree.highWaterBytes(root));
        peakBytes = Math.max(peakBytes, seen);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
