package dev.plumbline.runners.process;

import dev.plumbline.runners.results.RunDirectory;

/**
 * What two builds of this program must agree on, so that one can fork the other: the class that is
 * started, the two files, and the version of what stands in them. docs/WIRE.md says what a version
 * may gain, and what needs another.
 */
public final class Wire {
  /** The version of request and answer. */
  public static final int VERSION = 1;

  /** The main class of a fork, whose only argument is the fork's directory. */
  public static final String ENTRY = "dev.plumbline.runners.ForkMain";

  /** Where in the directory the request lies: with the temporary files, since it is one. */
  public static final String REQUEST = "tmp/request.json";

  /** Where in the directory the answer is left. */
  public static final String ANSWER = RunDirectory.ANSWER;

  private Wire() {}
}
