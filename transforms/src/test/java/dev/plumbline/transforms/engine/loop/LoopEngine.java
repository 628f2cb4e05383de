package dev.plumbline.transforms.engine.loop;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least that an engine can be: loops over rows in memory, by one thread. Its package takes from
 * the product what any engine may take, and from tests nothing, so that it is what a new engine
 * would be.
 *
 * @param threads how many threads it may use, of which it uses one
 */
public record LoopEngine(int threads) implements Engine {
  private static final long serialVersionUID = 1;

  /** With these settings. */
  public static LoopEngine of(EngineSettings settings) {
    return new LoopEngine(settings.threads());
  }

  @Override
  public String name() {
    return "loop";
  }

  @Override
  public EngineFacts start() {
    return new EngineFacts(name(), "1", threads, "");
  }

  @Override
  public TableCore scan(TableSchema schema) {
    return table -> scanned(schema, table);
  }

  @Override
  public TableCore analytics(Roles roles) {
    String doing = "analytics by '%s'".formatted(roles.key().name());
    return table -> ScoreLoop.of(doing, roles, table).summed();
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    String doing = "join into " + result.whole();
    return table -> {
      ScoreLoop score = ScoreLoop.of(doing, roles, table);
      return score.counted(
          new LoopResult(doing, result.whole())
              .write(ScoreLoop.schema(roles), score.relation(), table));
    };
  }

  @Override
  public TableCore sums() {
    return ScoreLoop::sums;
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    String doing = "canonical_join into " + result.whole();
    return table ->
        new LoopResult(doing, result.whole())
            .write(CanonicalTables.joined(roles), JoinLoop.joined(doing, roles, table), table);
  }

  private static Findings scanned(TableSchema schema, WrittenTable table) {
    List<Object[]> rows = LoopRows.read("scan", table, schema.columns());
    Map<String, BigInteger> figures = new TreeMap<>();
    for (int i = 0; i < schema.width(); i++) {
      long values = 0;
      long bytes = 0;
      for (Object[] row : rows) {
        values += row[i] == null ? 0 : 1;
        bytes += row[i] instanceof Text text ? text.utf8().length : 0;
      }
      figures.put(ScanFigures.nonNull(schema.column(i)), BigInteger.valueOf(values));
      if (schema.column(i).type() == ColumnType.STRING) {
        figures.put(ScanFigures.bytes(schema.column(i)), BigInteger.valueOf(bytes));
      }
    }
    return new Findings(rows.size(), figures, null, List.of());
  }
}
