package dev.plumbline.parity;

/** A row as its hashes; good only while it is being handed over. */
public interface HashedRow {
  /** Whether the cell of this column is null; its hash is 0 then. */
  boolean isNull(int column);

  /** The lower half of the cell's hash. */
  long cellLow(int column);

  /** The upper half of the cell's hash. */
  long cellHigh(int column);

  /** The lower half of the row's hash. */
  long rowLow();

  /** The upper half of the row's hash. */
  long rowHigh();
}
