package dev.plumbline.runners.mine.userdata;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parquet parts of one schema, read in the order given, every value as DuckDB's text of it. */
final class ParquetFiles implements SourceRows {

  private final List<Path> parts;
  private final List<SourceColumn> columns;
  private long row;

  /** Reads the columns of every part, which must be those of the first. */
  ParquetFiles(List<Path> parts) {
    this.parts = List.copyOf(parts);
    try (ParquetSession session = new ParquetSession()) {
      this.columns = columnsOf(parts.get(0), session);
      for (Path part : parts) {
        requireSame(part, columnsOf(part, session));
      }
    } catch (SQLException e) {
      throw notRead("DuckDB does not start", e);
    }
  }

  private static List<SourceColumn> columnsOf(Path part, ParquetSession session) {
    List<SourceColumn> columns = new ArrayList<>();
    try {
      ResultSet found = session.query("DESCRIBE SELECT * FROM " + from(List.of(part)));
      while (found.next()) {
        columns.add(ParquetTypes.column(found.getString(1), found.getString(2)));
      }
      requireNamesAsWritten(session, part, columns);
      return List.copyOf(columns);
    } catch (SQLException e) {
      throw notRead(part.getFileName() + " is no Parquet file that can be read", e);
    }
  }

  /** DuckDB ignores case, and gives the second of two alike names another one. */
  private static void requireNamesAsWritten(
      ParquetSession session, Path part, List<SourceColumn> columns) throws SQLException {
    Set<String> names = new HashSet<>();
    ResultSet written =
        session.query(
            "SELECT name FROM parquet_schema(" + ParquetSession.text(path(part)) + ") OFFSET 1");
    while (written.next()) {
      String name = written.getString(1);
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new UserDataRefused(
            "two columns are named '" + name + "', upper or lower case alike");
      }
    }
    if (columns.stream().anyMatch(c -> !names.contains(c.name().toLowerCase(Locale.ROOT)))) {
      throw new UserDataRefused("its columns are not those of its schema: " + names);
    }
  }

  private void requireSame(Path part, List<SourceColumn> found) {
    if (!found.equals(columns)) {
      throw new UserDataRefused(
          "the parts differ in their columns: %s has %s, %s has %s"
              .formatted(
                  parts.get(0).getFileName(),
                  ParquetTypes.listed(columns),
                  part.getFileName(),
                  ParquetTypes.listed(found)));
    }
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public void read(CellSink sink) {
    row = 0;
    String select = "SELECT " + texts() + " FROM " + from(parts);
    try (ParquetSession session = new ParquetSession()) {
      ResultSet rows = session.query(select);
      while (rows.next()) {
        row++;
        for (int i = 0; i < columns.size(); i++) {
          sink.cell(i, rows.getString(i + 1), Spelling.PLAIN);
        }
        sink.endRow();
      }
    } catch (SQLException e) {
      throw notRead(
          "reading broke off after row " + row, row > 0 ? e : ParquetSession.cause(select, e));
    }
  }

  private String texts() {
    return String.join(
        ", ", columns.stream().map(c -> ParquetSession.name(c.name()) + "::VARCHAR").toList());
  }

  private static String from(List<Path> parts) {
    String files =
        String.join(", ", parts.stream().map(p -> ParquetSession.text(path(p))).toList());
    return "read_parquet([" + files + "], hive_partitioning = false)";
  }

  /** DuckDB takes some characters of a path for patterns. */
  private static String path(Path part) {
    String path = part.toAbsolutePath().toString();
    if (path.matches(".*[*?\\[].*")) {
      throw new UserDataRefused("the path of a Parquet file must not hold '*', '?' or '['");
    }
    return path;
  }

  private static UserDataRefused notRead(String what, SQLException e) {
    String reason = Optional.ofNullable(e.getMessage()).orElse("no reason given");
    return new UserDataRefused(what + ": " + reason.lines().findFirst().orElse(""), e);
  }

  @Override
  public String place() {
    return "row " + row;
  }
}
