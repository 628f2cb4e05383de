package dev.plumbline.transforms.engine.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenFile;
import java.nio.file.Path;
import java.util.List;

/** Holds what two engines wrote against each other, by the judge's own readers. */
final class SameRelation {
  private SameRelation() {}

  /** Both found the same and wrote the same rows, in the same order. */
  static void assertSame(Findings expected, Findings found) {
    assertEquals(expected.figures(), found.figures());
    assertEquals(expected.rowsRead(), found.rowsRead());
    for (WrittenFile file : found.files()) {
      assertEquals(ParquetFooter.read(file.path()), file);
    }
    CompareSpec ordered =
        new CompareSpec(List.of(), SampleSpec.defaults(), true, List.of(), 5, 1L << 28, rows -> {});
    Comparison comparison = new TableComparator(ordered).compare(read(expected), read(found));
    assertTrue(comparison.exact(), () -> comparison.toString());
  }

  private static ReadableTable read(Findings findings) {
    return ParquetFiles.open(
        findings.files().get(0).path(),
        findings.files().stream().map(file -> Path.of(file.path())).toList());
  }
}
