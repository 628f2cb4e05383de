package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables that DuckDB writes from queries. */
final class ForeignFiles {
  private ForeignFiles() {}

  /** The source of a work, as one file of several row groups. */
  static WrittenTable source(Path directory, String select) throws Exception {
    Path file = directory.resolve("source.parquet");
    write(file, select);
    return of(file);
  }

  /** A table of one file. */
  static WrittenTable of(Path file) {
    return new WrittenTable(List.of(ParquetFooter.read(file.toString())));
  }

  /** The canonical tables of a join: base, edge one and edge two. */
  static WrittenTable canonical(Path directory, String... selects) throws Exception {
    Path folder = Files.createDirectories(directory.resolve("canonical"));
    List<Path> files = new ArrayList<>();
    for (String name : List.of("base", "edge_one", "edge_two")) {
      Path file = folder.resolve(name + ".parquet");
      write(file, selects[files.size() % selects.length].formatted(name));
      files.add(file);
    }
    return new WrittenTable(
        files.stream().map(file -> ParquetFooter.read(file.toString())).toList());
  }

  private static void write(Path file, String select) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement()) {
      sql.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)".formatted(select, file));
    }
  }
}
