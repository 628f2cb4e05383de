package dev.plumbline.runners.mine;

/** How fast a recording is served. */
public enum Pace {
  /** As fast as it can be read and sent. */
  FULL,
  /** Each answer begins and ends as long after its request as it did when it was recorded. */
  RECORDED
}
