package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.time.Duration;

/**
 * What a mine is allowed to cost us, so that none can fill our memory or hang us.
 *
 * @param connect how long a connection may take to open
 * @param read how long the mine may stay silent
 * @param call how long one request may take in all, however steadily its answer trickles in
 * @param pageBytes the largest body of a page, after decompression
 * @param modelBytes the largest model document
 * @param shortBytes the largest answer to anything else
 * @param expansion how many times as large as it came a body of more than a MiB may become by
 *     decompression
 */
public record Limits(
    Duration connect,
    Duration read,
    Duration call,
    int pageBytes,
    int modelBytes,
    int shortBytes,
    int expansion)
    implements Serializable {
  private static final long BODIES_PER_WORKER = 4;

  /**
   * 10 s to connect, 60 s of silence, 5 minutes in all, pages of 256 MiB, a model of 64 MiB, other
   * answers of 64 KiB, expansion 200 times.
   */
  public static Limits defaults() {
    return new Limits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        256 << 20,
        64 << 20,
        64 << 10,
        200);
  }

  /**
   * The same, but with pages no larger than this heap bears when as many workers hold one each. A
   * body is held about twice while it is read and unzipped, and others wait behind it.
   */
  public Limits within(long heapBytes, int workers) {
    int bearable = (int) Math.min(pageBytes, heapBytes / (BODIES_PER_WORKER * workers));
    return new Limits(connect, read, call, bearable, modelBytes, shortBytes, expansion);
  }

  /** The same, but for how long one request may take in all; silence never lasts longer. */
  public Limits withCall(Duration longest) {
    Duration silence = read.compareTo(longest) < 0 ? read : longest;
    return new Limits(connect, silence, longest, pageBytes, modelBytes, shortBytes, expansion);
  }
}
