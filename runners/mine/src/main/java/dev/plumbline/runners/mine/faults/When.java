package dev.plumbline.runners.mine.faults;

import java.util.Set;

/**
 * Which requests a fault strikes: those that satisfy all of it.
 *
 * @param on what is asked for
 * @param start first row of the page, or {@link #ANY}
 * @param page number of the page, from 0, or {@link #ANY}
 * @param every of so many pages the first one; 1 for each
 * @param firstAttempt the first request for the same rows that is struck, from 1
 * @param lastAttempt the last one
 * @param after how many requests of the kind pass before
 * @param probability of each, decided by the seed and what is asked, not by the order of arrival
 */
record When(
    FaultTarget.Kind on,
    long start,
    long page,
    int every,
    int firstAttempt,
    int lastAttempt,
    int after,
    double probability) {

  /** Stands for any. */
  static final long ANY = -1;

  /** The keys that say when. */
  static final Set<String> KEYS =
      Set.of("on", "start", "page", "every", "attempt", "attempts", "after", "p");

  static When of(Arguments arguments, FaultTarget.Kind on) {
    int attempt = arguments.count("attempt", 0);
    int attempts = arguments.count("attempts", Integer.MAX_VALUE);
    return new When(
        arguments.kind("on", on),
        arguments.number("start", ANY),
        arguments.number("page", ANY),
        Math.max(1, arguments.count("every", 1)),
        attempt == 0 ? 1 : attempt,
        attempt == 0 ? attempts : attempt,
        arguments.count("after", 0),
        arguments.fraction("p", 1.0));
  }

  /**
   * Whether a request is struck.
   *
   * @param attempt how many requests for the same have come, this one included
   * @param ordinal how many requests of the kind have come, this one included
   * @param luck from 0 (inclusive) to 1 (exclusive)
   */
  boolean strikes(FaultTarget asked, int attempt, int ordinal, double luck) {
    return asked.kind() == on
        && (start == ANY || start == asked.start())
        && (page == ANY || page == asked.page())
        && asked.page() % every == 0
        && attempt >= firstAttempt
        && attempt <= lastAttempt
        && ordinal > after
        && luck < probability;
  }
}
