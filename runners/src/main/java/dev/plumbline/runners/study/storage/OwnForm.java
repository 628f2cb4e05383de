package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.artifact.ArtifactKind;
import dev.plumbline.transforms.artifact.ReplayTable;
import dev.plumbline.transforms.artifact.TableWriter;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvTable;
import dev.plumbline.transforms.mine.ColumnNames;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.ParquetTable;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Artifacts as all engines read them alike. What others wrote is written again where it must be: a
 * CSV that no schema types, in our dialect with the Parquet's types; and a Parquet whose columns
 * are called by paths, with our names.
 *
 * @param csv the CSV files
 * @param parquet the Parquet files
 * @param remarks what was written again, and why
 */
record OwnForm(List<Path> csv, List<Path> parquet, List<String> remarks) {
  private static final int PAGE_ROWS = 5_000;

  /**
   * Writes again what must be.
   *
   * @param directory where to, absolute
   * @throws ArtifactException if a file cannot be read, the two have not the same columns, or one
   *     holds decimals
   */
  static OwnForm of(ReplayTable found, CsvNullPolicy nulls, Path directory) throws IOException {
    List<String> remarks = new ArrayList<>();
    found.made().stream()
        .sorted()
        .forEach(kind -> remarks.add(kind.label() + ": made of the row stream"));
    TableSchema schema = ParquetFiles.open("Parquet artifact", found.parquet()).schema();
    rejectDecimals(found.parquet(), schema);
    ColumnNames names = ColumnNames.of(schema.names());
    List<Path> csv = found.csv();
    TableSchema typed = renamed(schema, names);
    CsvTable others = CsvTable.open(csv, Optional.of(typed), nulls, PAGE_ROWS);
    rejectOtherColumns(csv, others.schema(), typed);
    List<Path> parquet = found.parquet();
    if (!names.renamed().isEmpty()) {
      PageSource pages = new ParquetTable(table(parquet), schema, PAGE_ROWS);
      parquet = List.of(written(renamed(pages, names), ArtifactKind.PARQUET, directory));
      remarks.add("parquet: written again with columns renamed: " + names.renamed());
    }
    if (SchemaFile.of(csv.get(0)).isEmpty()) {
      csv = List.of(written(others, ArtifactKind.CSV, directory));
      remarks.add(
          "csv: written again in our dialect, typed by the Parquet, an empty field being "
              + nulls.label()
              + (others.names().renamed().isEmpty()
                  ? ""
                  : ", columns renamed: " + others.names().renamed()));
    }
    return new OwnForm(csv, parquet, remarks);
  }

  /** Each form's writing is measured, and we write no decimals as Parquet. */
  private static void rejectDecimals(List<Path> parquet, TableSchema schema)
      throws ArtifactException {
    for (Column column : schema.columns()) {
      if (column.type() == ColumnType.DECIMAL) {
        throw new ArtifactException(
            parquet.get(0),
            "column '%s' holds decimals, which we do not write as Parquet: expected any other type"
                .formatted(column.name()));
      }
    }
  }

  /** In another order they are a difference that the judge finds. */
  private static void rejectOtherColumns(List<Path> csv, TableSchema found, TableSchema expected)
      throws ArtifactException {
    if (!Set.copyOf(found.names()).equals(Set.copyOf(expected.names()))) {
      throw new ArtifactException(
          csv.get(0),
          "its columns are %s, those of the Parquet %s".formatted(found.names(), expected.names()));
    }
  }

  static WrittenTable table(List<Path> parquet) {
    return new WrittenTable(
        parquet.stream()
            .map(file -> ParquetFooter.read(file.toAbsolutePath().toString()))
            .toList());
  }

  private static Path written(PageSource pages, ArtifactKind kind, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("rows" + kind.suffix());
    new TableWriter(pages, DescribedSchema.of(pages.schema()), "an artifact of others")
        .write(kind, file);
    return file;
  }

  private static TableSchema renamed(TableSchema schema, ColumnNames names) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.width(); i++) {
      columns.add(new Column(names.columns().get(i), schema.column(i).type()));
    }
    return new TableSchema(columns);
  }

  private static PageSource renamed(PageSource pages, ColumnNames names) {
    TableSchema schema = renamed(pages.schema(), names);
    return new PageSource() {
      @Override
      public TableSchema schema() {
        return schema;
      }

      @Override
      public PageReader open() throws IOException {
        return pages.open();
      }
    };
  }
}
