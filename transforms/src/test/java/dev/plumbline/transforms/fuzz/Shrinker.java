package dev.plumbline.transforms.fuzz;

/** Makes a failing body small: leaves out ever smaller pieces for as long as it still fails. */
public final class Shrinker {
  private static final int MOST_TRIES = 20_000;

  private final Check check;
  private byte[] body;
  private int rows;
  private int tries;

  private Shrinker(Check check, Failing failing) {
    this.check = check;
    this.body = failing.body();
    this.rows = failing.rows();
  }

  /**
   * A body that fails.
   *
   * @param rows how many rows its page must have
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  public record Failing(byte[] body, int rows) {}

  /** Whether a body fails. */
  @FunctionalInterface
  public interface Check {
    /** Whether it does, as the body of a page that must have this many rows. */
    boolean fails(byte[] body, int rows);
  }

  /** A smaller body that still fails, or the same. */
  public static Failing shrink(Failing failing, Check check) {
    Shrinker shrinker = new Shrinker(check, failing);
    shrinker.leaveOutLines();
    for (int piece = Math.max(1, shrinker.body.length / 2); piece > 0; piece /= 2) {
      shrinker.leaveOut(piece);
    }
    return new Failing(shrinker.body, shrinker.rows);
  }

  /** A row is a line: without it, its page must have one row less. */
  private void leaveOutLines() {
    int at = 0;
    while (at < body.length && tries < MOST_TRIES) {
      int end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int behind = Math.min(body.length, end + 1);
      if (!without(at, behind, 1) && !without(at, behind, 0)) {
        at = behind;
      }
    }
  }

  private void leaveOut(int piece) {
    int at = 0;
    while (at < body.length && tries < MOST_TRIES) {
      if (!without(at, Math.min(body.length, at + piece), 0)) {
        at += piece;
      }
    }
  }

  private boolean without(int from, int to, int lessRows) {
    tries++;
    byte[] less = Bytes.replace(body, from, to, new byte[0]);
    if (rows < lessRows || !check.fails(less, rows - lessRows)) {
      return false;
    }
    body = less;
    rows -= lessRows;
    return true;
  }
}
