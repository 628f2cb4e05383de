package dev.plumbline.transforms.join;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreSql;
import dev.plumbline.transforms.engine.DuckDb;
import dev.plumbline.transforms.engine.Sql;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * The core of the transform stage of ELT: writes the joined relation of {@link ScoreSql} as one
 * zstd Parquet file with columns key, base_rows, edge_rows, base_avg, edge_avg, score, sorted by
 * key in UTF-8 byte order, NULL keys last (the base side's before the edge side's). The file
 * appears under its name when it is complete.
 *
 * @param duckDb the engine
 * @param roles the columns' parts
 * @param file where the relation goes, absolute
 */
public record DuckDbTransform(DuckDb duckDb, Roles roles, String file) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    Path target = Path.of(file);
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".partial");
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      long rows = statement.executeLargeUpdate(copy(table, unfinished));
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      WrittenFile written = new WrittenFile(file, rows, Files.size(target));
      return new Findings(
          table.rows(), Map.of("rows", BigInteger.valueOf(rows)), null, List.of(written));
    } catch (SQLException | IOException e) {
      throw new TableException("transform into " + file + ": " + Sql.reason(e), e);
    }
  }

  private String copy(WrittenTable table, Path to) {
    return "COPY (%s SELECT * FROM joined ORDER BY key NULLS LAST, base_rows NULLS LAST) TO %s (FORMAT parquet, COMPRESSION zstd)"
        .formatted(ScoreSql.with(table, roles), Sql.text(to.toString()));
  }
}
