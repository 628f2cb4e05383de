package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.time.Duration;

/**
 * What a mine is allowed to cost us, so that none can fill our memory or hang us.
 *
 * @param connect how long a connection may take to open
 * @param read how long the mine may stay silent
 * @param pageBytes the largest body of a page, after decompression
 * @param modelBytes the largest model document
 * @param shortBytes the largest answer to anything else
 */
public record Limits(Duration connect, Duration read, int pageBytes, int modelBytes, int shortBytes)
    implements Serializable {
  /**
   * 10 s to connect, 60 s of silence, pages of 256 MiB, a model of 64 MiB, other answers of 64 KiB.
   */
  public static Limits defaults() {
    return new Limits(
        Duration.ofSeconds(10), Duration.ofSeconds(60), 256 << 20, 64 << 20, 64 << 10);
  }
}
