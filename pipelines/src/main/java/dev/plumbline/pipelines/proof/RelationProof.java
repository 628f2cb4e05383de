package dev.plumbline.pipelines.proof;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.ReadPair;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.table.WrittenFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds relations with a key column, sorted by it, against each other: each is the result of the
 * same work by another engine. Content and order must be the same.
 */
public final class RelationProof {
  private static final String KEY = "key";

  private RelationProof() {}

  /**
   * Compares two results.
   *
   * @param left what the left files are, such as {@code duckdb join}
   * @param right what the right files are
   * @param sample which rows are sampled
   * @throws dev.plumbline.parity.read.ParityReadException if a file cannot be read
   */
  public static Comparison of(
      String left,
      List<WrittenFile> leftFiles,
      String right,
      List<WrittenFile> rightFiles,
      SampleSpec sample) {
    CompareSpec spec = CompareSpec.of(List.of(KEY), sample).inOrder();
    return new TableComparator(spec)
        .compare(ReadPair.of(() -> open(left, leftFiles), () -> open(right, rightFiles), spec));
  }

  /**
   * What the judge knows of one result.
   *
   * @throws dev.plumbline.parity.read.ParityReadException if a file cannot be read
   */
  public static Witness witness(String source, List<WrittenFile> files, SampleSpec sample) {
    return Reading.of(open(source, files), CompareSpec.of(List.of(KEY), sample).inOrder())
        .witness();
  }

  private static ReadableTable open(String source, List<WrittenFile> files) {
    return ParquetFiles.open(source, files.stream().map(WrittenFile::path).map(Path::of).toList());
  }
}
