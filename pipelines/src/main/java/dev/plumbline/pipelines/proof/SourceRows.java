package dev.plumbline.pipelines.proof;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageCutter;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a source as a Parquet file, where a run joined them as pages and left none: for the
 * witness of its join and for the artifacts that are kept, both after the clock.
 */
public final class SourceRows {
  private static final int PAGE_ROWS = 5_000;

  private SourceRows() {}

  /**
   * Writes them.
   *
   * @param file in a directory that is there
   * @param columns the file's columns, which are those of the source
   * @throws IOException if the file cannot be written
   */
  public static WrittenTable write(ReadableTable source, ParquetSpec columns, Path file)
      throws IOException {
    try (NewFile made = NewFile.create(file)) {
      PageWriter writer = columns.open(made.channel());
      Pages pages = new Pages(new PageCutter(source.schema(), PAGE_ROWS), writer);
      source.read(pages);
      pages.writePage();
      writer.finish();
      made.complete();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new WrittenTable(List.of(ParquetFooter.read(file.toString())));
  }

  /** Writes a page whenever there is a whole one. */
  private static final class Pages extends PackingSink {
    private final PageCutter cutter;
    private final PageWriter writer;

    Pages(PageCutter cutter, PageWriter writer) {
      super(cutter.rows());
      this.cutter = cutter;
      this.writer = writer;
    }

    @Override
    public void endRow() {
      super.endRow();
      if (cutter.full()) {
        writePage();
      }
    }

    private void writePage() {
      Optional<PackedPage> page = cutter.cut();
      if (page.isPresent()) {
        try {
          writer.write(page.get());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
