package dev.plumbline.transforms.csv;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ColumnNames;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV files that together are one table, ours or others'.
 *
 * @param files in the table's order
 * @param names what their header calls the columns, and what these are called
 * @param described the columns
 * @param nulls what an empty field is
 * @param lineEnds whether a last line without its end is a sign that a file was cut
 * @param pageRows the rows of a page
 */
public record CsvTable(
    List<Path> files,
    ColumnNames names,
    DescribedSchema described,
    CsvNullPolicy nulls,
    boolean lineEnds,
    int pageRows)
    implements PageSource {
  /** Copies the files and rejects none at all. */
  public CsvTable {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("A table needs at least one file, but has none");
    }
  }

  /**
   * Finds the columns by the header of the first file. Their types are in the schema beside it, or
   * else those of the columns of the same names, old or new, in another table; a column that has
   * none is text. Without a schema beside the file names that are paths become ours, by {@link
   * ColumnNames}.
   *
   * @param files at least one
   * @param other the other table's columns, if there is one
   * @throws ArtifactException if the header cannot be read, or is not that of the schema
   */
  public static CsvTable open(
      List<Path> files, Optional<TableSchema> other, CsvNullPolicy nulls, int pageRows)
      throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("A table needs at least one file, but has none");
    }
    Path first = files.get(0);
    List<String> header = header(first);
    Optional<DescribedSchema> beside = SchemaFile.of(first);
    if (beside.isPresent()) {
      ColumnNames names = named(first, header, beside.get().table());
      return new CsvTable(files, names, beside.get(), nulls, true, pageRows);
    }
    ColumnNames names = ColumnNames.of(header);
    DescribedSchema described = DescribedSchema.of(typed(first, names, other));
    return new CsvTable(files, names, described, nulls, false, pageRows);
  }

  private static List<String> header(Path file) throws IOException {
    try (CsvRecords records = new CsvRecords(file)) {
      if (!records.next()) {
        throw new ArtifactException(file, "it is empty, expected a header line");
      }
      List<String> names = records.texts();
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).isBlank()) {
          throw new ArtifactException(file, 1, "column %d has no name".formatted(i + 1));
        }
      }
      return names;
    }
  }

  private static ColumnNames named(Path file, List<String> header, TableSchema schema)
      throws ArtifactException {
    if (header.equals(schema.names())) {
      return ColumnNames.unchanged(header);
    }
    ColumnNames names = ColumnNames.of(header);
    if (!names.columns().equals(schema.names())) {
      throw otherHeader(file, header, schema.names());
    }
    return names;
  }

  /** A header that is not the one expected. */
  static ArtifactException otherHeader(Path file, List<String> header, List<String> expected) {
    return new ArtifactException(
        file,
        "its header is [%s], expected [%s]"
            .formatted(String.join(", ", header), String.join(", ", expected)));
  }

  private static TableSchema typed(Path file, ColumnNames names, Optional<TableSchema> other)
      throws ArtifactException {
    List<Column> columns = new ArrayList<>();
    try {
      for (int i = 0; i < names.columns().size(); i++) {
        List<String> known = List.of(names.columns().get(i), names.paths().get(i));
        ColumnType type =
            other.stream()
                .flatMap(schema -> schema.columns().stream())
                .filter(column -> known.contains(column.name()))
                .findFirst()
                .map(Column::type)
                .orElse(ColumnType.STRING);
        columns.add(new Column(names.columns().get(i), type));
      }
      return new TableSchema(columns);
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(file, "its header: " + e.getMessage());
    }
  }

  @Override
  public TableSchema schema() {
    return described.table();
  }

  @Override
  public PageReader open() {
    return new CsvReader(this);
  }
}
