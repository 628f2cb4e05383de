package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * All files of a table: readers take their list from here, never from a directory.
 *
 * @param files in the order of their paths
 */
public record WrittenTable(List<WrittenFile> files) implements Serializable {
  /** Sorts the files by path. */
  public WrittenTable {
    files = files.stream().sorted(Comparator.comparing(WrittenFile::path)).toList();
  }

  /** The rows of all files. */
  public long rows() {
    return files.stream().mapToLong(WrittenFile::rows).sum();
  }

  /** The size of all files. */
  public long sizeBytes() {
    return files.stream().mapToLong(WrittenFile::sizeBytes).sum();
  }
}
