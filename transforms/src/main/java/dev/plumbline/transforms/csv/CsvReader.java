package dev.plumbline.transforms.csv;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.page.PageCutter;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.CellText;
import dev.plumbline.transforms.table.PageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records in, packed pages out. What is wrong with a record is named by file, line and column. */
final class CsvReader implements PageSource.PageReader {
  private final CsvTable table;
  private final Column[] columns;
  private final Iterator<Path> files;
  private final PageCutter pages;
  private @Nullable CsvRecords records;

  CsvReader(CsvTable table) {
    this.table = table;
    this.columns = table.schema().columns().toArray(Column[]::new);
    this.files = table.files().iterator();
    this.pages = new PageCutter(table.schema(), table.pageRows());
  }

  @Override
  public Optional<PackedPage> next() throws IOException {
    for (CsvRecords at = nextRecord(); at != null; at = nextRecord()) {
      add(at, pages.rows());
      if (pages.full()) {
        return pages.cut();
      }
    }
    return pages.cut();
  }

  private @Nullable CsvRecords nextRecord() throws IOException {
    while (true) {
      CsvRecords at = records;
      if (at != null && at.next()) {
        return at;
      }
      close();
      if (!files.hasNext()) {
        return null;
      }
      records = opened(files.next());
    }
  }

  /** Stands behind the header. */
  private CsvRecords opened(Path file) throws IOException {
    CsvRecords opened = new CsvRecords(file);
    try {
      if (!opened.next()) {
        throw new ArtifactException(file, "it is empty, expected a header line");
      }
      if (!opened.texts().equals(table.names().paths())) {
        throw CsvTable.otherHeader(file, opened.texts(), table.names().paths());
      }
      requireLineEnd(opened);
      return opened;
    } catch (ArtifactException e) {
      opened.close();
      throw e;
    }
  }

  private void add(CsvRecords record, PageBuilder page) throws ArtifactException {
    if (record.fields() != columns.length) {
      throw record.refused(
          "it has %d fields, expected %d as in the header"
              .formatted(record.fields(), columns.length));
    }
    requireLineEnd(record);
    page.startRow();
    for (int i = 0; i < columns.length; i++) {
      if (isNull(record, i)) {
        page.addNull(i);
      } else {
        cell(record, i, page);
      }
    }
  }

  private void requireLineEnd(CsvRecords record) throws ArtifactException {
    if (table.lineEnds() && !record.ended()) {
      throw record.refused("it has no line end: the file was cut");
    }
  }

  private boolean isNull(CsvRecords record, int field) {
    return record.length(field) == 0
        && (!record.quoted(field) || table.nulls() == CsvNullPolicy.EMPTY_IS_NULL);
  }

  private void cell(CsvRecords record, int field, PageBuilder page) throws ArtifactException {
    try {
      switch (columns[field].type()) {
        case STRING -> text(record, field, page);
        case INT64 -> page.addInt64(CellText.int64(record.ascii(field)));
        case DOUBLE -> page.addDouble(CellText.number(record.ascii(field)));
        case BOOLEAN -> page.addBoolean(CellText.truth(record.ascii(field)));
        case DATE -> page.addDate(CellText.day(record.ascii(field)));
        case TIMESTAMP -> page.addTimestamp(CellText.micros(record.ascii(field)));
        case DECIMAL -> page.addDecimal(CellText.decimal(record.ascii(field)));
      }
    } catch (IllegalArgumentException e) {
      throw record.refused("'%s' holds %s".formatted(columns[field].name(), e.getMessage()));
    }
  }

  private void text(CsvRecords record, int field, PageBuilder page) throws ArtifactException {
    if (!record.isUtf8(field)) {
      throw record.refused("'%s' is no UTF-8".formatted(columns[field].name()));
    }
    page.addUtf8(record.text(), record.from(field), record.length(field));
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
      records = null;
    }
  }
}
