package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.table.WrittenFile;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What pieces of a work found, which adds up in any order.
 *
 * @param rowsRead the rows of the source that they read
 * @param figures integers by name
 * @param files what they wrote, in the order of the paths
 */
public record Tally(long rowsRead, Map<String, BigInteger> figures, List<WrittenFile> files)
    implements Serializable {
  /** Nothing. */
  public static final Tally NONE = new Tally(0, Map.of(), List.of());

  /** Copies figures and files. */
  public Tally {
    figures = Map.copyOf(figures);
    files = files.stream().sorted(Comparator.comparing(WrittenFile::path)).toList();
  }

  /** That so many rows were read. */
  public static Tally read(long rows) {
    return new Tally(rows, Map.of(), List.of());
  }

  /** Both together. */
  public Tally plus(Tally other) {
    Map<String, BigInteger> sums = new TreeMap<>(figures);
    other.figures.forEach((name, value) -> sums.merge(name, value, BigInteger::add));
    return new Tally(
        rowsRead + other.rowsRead,
        sums,
        Stream.concat(files.stream(), other.files.stream()).toList());
  }

  /** A figure; 0 if no piece had it. */
  BigInteger figure(String name) {
    return figures.getOrDefault(name, BigInteger.ZERO);
  }
}
