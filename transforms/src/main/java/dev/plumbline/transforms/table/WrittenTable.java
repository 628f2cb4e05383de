package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

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

  /** Gathers files into one table. */
  public static final class OfFiles
      extends CombineFn<WrittenFile, List<WrittenFile>, WrittenTable> {
    private static final long serialVersionUID = 1;

    @Override
    public List<WrittenFile> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<WrittenFile> addInput(List<WrittenFile> files, WrittenFile file) {
      files.add(file);
      return files;
    }

    @Override
    public List<WrittenFile> mergeAccumulators(Iterable<List<WrittenFile>> parts) {
      List<WrittenFile> all = createAccumulator();
      parts.forEach(all::addAll);
      return all;
    }

    @Override
    public WrittenTable extractOutput(List<WrittenFile> files) {
      return new WrittenTable(files);
    }

    @Override
    public Coder<List<WrittenFile>> getAccumulatorCoder(
        CoderRegistry registry, Coder<WrittenFile> input) {
      return ListCoder.of(input);
    }

    @Override
    public Coder<WrittenTable> getDefaultOutputCoder(
        CoderRegistry registry, Coder<WrittenFile> input) {
      return SerializableCoder.of(WrittenTable.class);
    }
  }
}
