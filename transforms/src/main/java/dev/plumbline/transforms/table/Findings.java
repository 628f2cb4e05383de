package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stage found out about a table.
 *
 * @param rowsRead the rows it read
 * @param figures its results by name, all integers, of any size
 * @param resultHash SHA-256 of its result in hexadecimal, or null if it has none to compare
 * @param files files that it wrote
 * @param use what it took in another process, or null if it ran in this one
 */
public record Findings(
    long rowsRead,
    Map<String, BigInteger> figures,
    @Nullable String resultHash,
    List<WrittenFile> files,
    @Nullable EngineUse use)
    implements Serializable {
  /** Copies and sorts the figures, and copies the files. */
  public Findings {
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    files = List.copyOf(files);
  }

  /** What a stage in this process found out. */
  public Findings(
      long rowsRead,
      Map<String, BigInteger> figures,
      @Nullable String resultHash,
      List<WrittenFile> files) {
    this(rowsRead, figures, resultHash, files, null);
  }
}
