package dev.plumbline.runners.mine.scripted;

/**
 * Which requests a {@link Fault} strikes.
 *
 * @param start the page's first row as asked, or {@link #ANY_START}; not looked at for counts
 * @param attempts how many requests for that page, from the first one, are struck
 */
public record When(long start, int attempts) {

  /** Stands for every page. */
  public static final long ANY_START = -1;

  public When {
    if (start < ANY_START || attempts < 1) {
      throw new IllegalArgumentException("no request has start " + start + ", attempt " + attempts);
    }
  }

  /** Every request of every page. */
  public static When always() {
    return new When(ANY_START, Integer.MAX_VALUE);
  }

  /** Every request for the page that begins at {@code start}. */
  public static When always(long start) {
    return new When(start, Integer.MAX_VALUE);
  }

  /** The first {@code attempts} requests for the page that begins at {@code start}. */
  public static When first(int attempts, long start) {
    return new When(start, attempts);
  }

  boolean strikes(long askedStart, int attempt) {
    return (start == ANY_START || start == askedStart) && attempt <= attempts;
  }
}
