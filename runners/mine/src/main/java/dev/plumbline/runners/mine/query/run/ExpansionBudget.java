package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds what the collections of one query may cost, whatever is joined with whatever. */
final class ExpansionBudget implements AutoCloseable {

  private static final long MOST_LOOKS = 4_000_000_000L;

  private final long mostBytes;
  private final long mostLooks;
  private final AtomicLong bytesOfAll;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong looks = new AtomicLong();

  /**
   * A budget.
   *
   * @param bytesOfAll what all queries hold that are evaluated at the same time
   */
  ExpansionBudget(long mostBytes, long mostLooks, AtomicLong bytesOfAll) {
    this.mostBytes = mostBytes;
    this.mostLooks = mostLooks;
    this.bytesOfAll = bytesOfAll;
  }

  /** A quarter of the largest heap, and as many objects as can be looked at within minutes. */
  static ExpansionBudget ofThisMachine(AtomicLong bytesOfAll) {
    return new ExpansionBudget(Runtime.getRuntime().maxMemory() / 4, MOST_LOOKS, bytesOfAll);
  }

  /**
   * Accounts for memory.
   *
   * @throws QueryRefused if that is more than there is
   */
  void hold(long moreBytes) {
    bytes.addAndGet(moreBytes);
    if (bytesOfAll.addAndGet(moreBytes) > mostBytes) {
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

  /** Leaves the room to other queries; whoever keeps the rows accounts for them from now on. */
  @Override
  public void close() {
    bytesOfAll.addAndGet(-bytes.getAndSet(0));
  }
}
