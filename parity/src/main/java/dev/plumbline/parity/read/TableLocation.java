package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Where a table is and in which form, as a person names it. */
public sealed interface TableLocation {
  /** What begins a query. */
  String QUERY_PREFIX = "duckdb:";

  /** What it is called in reports: the file or folder as given; a query by its kind. */
  String source();

  /** Whether its types are known without the other side. */
  boolean typed();

  /**
   * Opens it.
   *
   * @param other the columns of the other side, where they are known
   * @throws ParityReadException if it cannot be read
   */
  ReadableTable open(Optional<TableSchema> other);

  /** Parquet files. */
  record Parquet(String source, List<Path> files) implements TableLocation {
    @Override
    public boolean typed() {
      return true;
    }

    @Override
    public ReadableTable open(Optional<TableSchema> other) {
      return ParquetFiles.open(source, files);
    }
  }

  /** CSV files; their types from the schema beside them, or of the other side. */
  record Csv(String source, List<Path> files) implements TableLocation {
    @Override
    public boolean typed() {
      return SchemaFile.beside(files.get(0)).isPresent();
    }

    @Override
    public ReadableTable open(Optional<TableSchema> other) {
      Optional<TableSchema> own = SchemaFile.beside(files.get(0));
      return own.isEmpty() && other.isPresent()
          ? CsvFiles.open(source, files, other.get())
          : CsvFiles.open(source, files, own);
    }
  }

  /** Row streams; their types from the schema beside them, or of the other side. */
  record RowStream(String source, List<Path> files) implements TableLocation {
    @Override
    public boolean typed() {
      return SchemaFile.beside(files.get(0)).isPresent();
    }

    @Override
    public ReadableTable open(Optional<TableSchema> other) {
      TableSchema schema =
          SchemaFile.beside(files.get(0))
              .or(() -> other)
              .orElseThrow(
                  () ->
                      new ParityReadException(
                          "Cannot read %s: no schema lies beside %s, and the other side has none"
                              .formatted(source, files.get(0)),
                          null));
      return RowStreamFiles.open(source, files, schema);
    }
  }

  /** A query for DuckDB, which may read files itself. */
  record Query(String select) implements TableLocation {
    @Override
    public String source() {
      return "duckdb query";
    }

    @Override
    public boolean typed() {
      return true;
    }

    @Override
    public ReadableTable open(Optional<TableSchema> other) {
      return DuckDbTable.of(source(), select, OptionalLong.empty());
    }
  }

  /**
   * Reads a location: a file, a folder whose files are parts of one table, or {@code duckdb:} and a
   * query.
   *
   * @throws ParityReadException if nothing is there, or its form is not known
   */
  static TableLocation parse(String text) {
    if (text.startsWith(QUERY_PREFIX)) {
      return new Query(text.substring(QUERY_PREFIX.length()).replaceFirst(";\\s*$", ""));
    }
    Path path = Path.of(text);
    if (!Files.exists(path)) {
      throw new ParityReadException("There is no file or folder '" + text + "'", null);
    }
    List<Path> files = Files.isDirectory(path) ? parts(path) : List.of(regular(path));
    return switch (form(text, files)) {
      case "parquet" -> new Parquet(text, files);
      case "csv" -> new Csv(text, files);
      case "jsonl", "ndjson" -> new RowStream(text, files);
      default ->
          throw new ParityReadException(
              "'%s' ends in none of .parquet, .csv, .jsonl and .ndjson".formatted(text), null);
    };
  }

  private static List<Path> parts(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.toList();
      for (Path entry : all) {
        if (Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".")) {
          throw new ParityReadException(
              "'%s' holds the folder '%s'; a table's parts lie in one folder"
                  .formatted(folder, entry.getFileName()),
              null);
        }
      }
      return all.stream()
          .filter(file -> !file.getFileName().toString().matches("[._].*|.*schema\\.json"))
          .map(TableLocation::regular)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ParityReadException("Cannot list '" + folder + "': " + e.getMessage(), e);
    }
  }

  private static Path regular(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParityReadException(
          "'%s' is no regular file; tables are read more than once".formatted(file), null);
    }
    return file;
  }

  private static String form(String text, List<Path> files) {
    List<String> forms =
        files.stream()
            .map(file -> file.getFileName().toString())
            .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (forms.size() != 1) {
      throw new ParityReadException(
          "The files of '%s' are of %s forms %s, expected one"
              .formatted(text, forms.isEmpty() ? "no" : "several", forms),
          null);
    }
    return forms.get(0);
  }
}
