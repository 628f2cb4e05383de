package dev.plumbline.runners.mine;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds what one query's collections may cost, whatever is joined with whatever. */
final class ExpansionBudget {

  private static final long MOST_LOOKS = 4_000_000_000L;

  private final long mostBytes;
  private final long mostLooks;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong looks = new AtomicLong();

  ExpansionBudget(long mostBytes, long mostLooks) {
    this.mostBytes = mostBytes;
    this.mostLooks = mostLooks;
  }

  /** A quarter of the largest heap, and as many objects as can be looked at within minutes. */
  static ExpansionBudget ofThisMachine() {
    return new ExpansionBudget(Runtime.getRuntime().maxMemory() / 4, MOST_LOOKS);
  }

  /**
   * Accounts for memory.
   *
   * @throws QueryRefused if that is more than there is
   */
  void hold(long moreBytes) {
    if (bytes.addAndGet(moreBytes) > mostBytes) {
      throw QueryRefused.tooLong("no room for the rows that its collections come to");
    }
  }

  /**
   * Accounts for objects of collections that are looked at.
   *
   * @throws QueryRefused if they are too many
   */
  void look(long objects) {
    if (looks.addAndGet(objects) > mostLooks) {
      throw QueryRefused.tooLong("its collections hold too many objects for each other");
    }
  }
}
