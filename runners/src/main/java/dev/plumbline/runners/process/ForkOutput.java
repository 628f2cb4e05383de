package dev.plumbline.runners.process;

import java.lang.ProcessBuilder.Redirect;

/**
 * Where a forked JVM writes that speaks for its launcher: a run's, and one that makes the input of
 * a study ready.
 *
 * @param out its standard output
 * @param err its standard error
 */
public record ForkOutput(Redirect out, Redirect err) {
  /** Where the launcher itself writes. */
  public static ForkOutput inherited() {
    return new ForkOutput(Redirect.INHERIT, Redirect.INHERIT);
  }

  /** Both to the same place. */
  public static ForkOutput of(Redirect place) {
    return new ForkOutput(place, place);
  }
}
