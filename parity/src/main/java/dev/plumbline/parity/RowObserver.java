package dev.plumbline.parity;

/** Sees every row of a table as its hashes. */
@FunctionalInterface
public interface RowObserver {
  /** The next row; to be looked at before this returns. */
  void row(HashedRow row);
}
