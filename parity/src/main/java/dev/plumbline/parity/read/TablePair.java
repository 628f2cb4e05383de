package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two tables to be compared.
 *
 * @param left the one
 * @param right the other
 */
public record TablePair(ReadableTable left, ReadableTable right) {

  /**
   * Opens both; the side whose types are known lends them to the other where that one's are not.
   *
   * @throws ParityReadException if one cannot be read
   */
  public static TablePair open(TableLocation left, TableLocation right) {
    if (!left.typed() && right.typed()) {
      ReadableTable opened = right.open(Optional.empty());
      return new TablePair(left.open(Optional.of(opened.schema())), opened);
    }
    ReadableTable opened = left.open(Optional.empty());
    return new TablePair(
        opened, right.open(left.typed() ? Optional.of(opened.schema()) : Optional.empty()));
  }

  /** Whether both texts name one file or folder: nothing would be proven by comparing it. */
  public static boolean same(String left, String right) {
    try {
      return left.equals(right)
          || (Files.exists(Path.of(left))
              && Files.exists(Path.of(right))
              && Files.isSameFile(Path.of(left), Path.of(right)));
    } catch (IOException | InvalidPathException e) {
      return false; // a query, or something that opening it will complain about
    }
  }
}
