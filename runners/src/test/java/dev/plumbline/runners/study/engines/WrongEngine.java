package dev.plumbline.runners.study.engines;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does one thing wrong, and all others as a real engine does.
 *
 * @param real the real engine, whose name it bears
 * @param defect what it does wrong
 */
record WrongEngine(Engine real, Defect defect) implements Engine {
  private static final long serialVersionUID = 1;

  /** What can be wrong. */
  enum Defect {
    /** The join's relation lacks its third row. */
    LOST_ROW,
    /** The join's relation is sorted the other way round. */
    OTHER_ORDER,
    /** The sum of scores is one millionth more, and hashed as such. */
    SCORE_OFF_BY_ONE,
    /** The scan returns at once, and says that it has read all rows. */
    SCANS_NOTHING,
    /** The join returns at once, and has written no file. */
    WRITES_NOTHING
  }

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public EngineFacts start() throws EngineUnavailable {
    return real.start();
  }

  @Override
  public TableCore scan(TableSchema schema) {
    return defect == Defect.SCANS_NOTHING ? WrongEngine::nothing : real.scan(schema);
  }

  @Override
  public TableCore analytics(Roles roles) {
    TableCore right = real.analytics(roles);
    return defect == Defect.SCORE_OFF_BY_ONE ? table -> offByOne(right.run(table)) : right;
  }

  @Override
  public TableCore sums() {
    return real.sums();
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    TableCore right = real.join(roles, result);
    return switch (defect) {
      case LOST_ROW ->
          table ->
              rewritten(right.run(table), "WHERE file_row_number <> 2 ORDER BY file_row_number");
      case WRITES_NOTHING -> WrongEngine::nothing;
      case OTHER_ORDER, SCORE_OFF_BY_ONE, SCANS_NOTHING -> right;
    };
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    TableCore right = real.joinCanonical(roles, result);
    return defect == Defect.OTHER_ORDER
        ? table -> rewritten(right.run(table), "ORDER BY file_row_number DESC")
        : right;
  }

  private static Findings nothing(WrittenTable table) {
    return new Findings(table.rows(), Map.of(), null, List.of());
  }

  private static Findings offByOne(Findings right) {
    Map<String, BigInteger> figures = new TreeMap<>(right.figures());
    figures.merge("score_sum", BigInteger.ONE, BigInteger::add);
    return ScoreFigures.found(right.rowsRead(), figures, null);
  }

  /** The same file with other rows, or in another order. */
  private static Findings rewritten(Findings right, String rows) {
    Path file = Path.of(right.files().get(0).path());
    Path other = file.resolveSibling("other.parquet");
    String copy =
        "COPY (SELECT * EXCLUDE file_row_number FROM read_parquet('%s', file_row_number = true) %s) TO '%s' (FORMAT parquet)";
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      long written = statement.executeLargeUpdate(copy.formatted(file, rows, other));
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      return new Findings(
          right.rowsRead(),
          right.figures(),
          null,
          List.of(new WrittenFile(file.toString(), written, Files.size(file))));
    } catch (Exception e) {
      throw new AssertionError("the defect could not be planted", e);
    }
  }
}
