package dev.plumbline.transforms.mine;

import java.io.Serializable;

/**
 * Is told every answer of a mine that an export takes for good. Thread-safe, and usable in whatever
 * JVM a runner sends it to.
 */
@FunctionalInterface
public interface Recorder extends Serializable {
  /**
   * Keeps an answer.
   *
   * @throws java.io.UncheckedIOException if it cannot be kept
   */
  void keep(MineAnswer answer);

  /** Keeps nothing. */
  static Recorder none() {
    return answer -> {};
  }
}
