package dev.plumbline.transforms;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.PageSource.PageReader;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of tables, written and read without a pipeline. */
public final class StoredTables {
  private StoredTables() {}

  /** Writes rows into a file, in pages of 700. */
  public static Path write(Path file, WriteCore core, TableSchema schema, List<List<Object>> rows)
      throws IOException {
    try (NewFile made = NewFile.create(file)) {
      PageWriter writer = core.open(made.channel());
      for (PackedPage page : Tables.pages(schema, rows, 700)) {
        writer.write(page);
      }
      writer.finish();
      made.complete();
    }
    return file;
  }

  /** All pages. */
  public static List<PackedPage> pages(PageSource source) throws IOException {
    List<PackedPage> pages = new ArrayList<>();
    try (PageReader reader = source.open()) {
      for (Optional<PackedPage> page = reader.next(); page.isPresent(); page = reader.next()) {
        pages.add(page.get());
      }
    }
    return pages;
  }

  /** All rows. */
  public static List<List<Object>> rows(PageSource source) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (PackedPage page : pages(source)) {
      rows.addAll(RowList.of(source.schema(), page));
    }
    return rows;
  }

  /** What the judge reads, by a reader that shares nothing with ours. */
  public static TableDigest judged(Path location) {
    return judged(location.toString());
  }

  /** The same of a file, a folder or a query. */
  public static TableDigest judged(String location) {
    return Witness.of(TableLocation.parse(location).open(Optional.empty())).digest();
  }
}
