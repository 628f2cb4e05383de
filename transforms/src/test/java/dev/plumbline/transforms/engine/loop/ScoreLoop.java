package dev.plumbline.transforms.engine.loop;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The relation of {@link Score}. */
final class ScoreLoop {
  private final List<Object[]> relation = new ArrayList<>();
  private final long rows;
  private long keys;
  private long baseRows;
  private long edgeRows;
  private long outOfRange;
  private BigInteger scores = BigInteger.ZERO;

  private ScoreLoop(long rows) {
    this.rows = rows;
  }

  static ScoreLoop of(String doing, Roles roles, WrittenTable table) {
    Map<Object, Sides> groups = new TreeMap<>();
    Sides ofNull = new Sides(doing, roles);
    List<Object[]> rows = LoopRows.read(doing, table, roles.scored());
    for (Object[] row : rows) {
      Sides group =
          row[0] == null ? ofNull : groups.computeIfAbsent(row[0], k -> new Sides(doing, roles));
      group.base().add(row[1]);
      group.edge().add(row[2]);
    }
    ScoreLoop all = new ScoreLoop(rows.size());
    groups.forEach((key, group) -> all.add(key, group.base(), group.edge()));
    if (ofNull.base().rows() > 0) {
      all.add(null, ofNull.base(), new Side(doing, roles.edgeOne()));
      all.add(null, new Side(doing, roles.base()), ofNull.edge());
    }
    return all;
  }

  private record Sides(Side base, Side edge) {
    Sides(String doing, Roles roles) {
      this(new Side(doing, roles.base()), new Side(doing, roles.edgeOne()));
    }
  }

  private void add(Object key, Side base, Side edge) {
    double score = base.averageOrZero() + edge.averageOrZero();
    relation.add(
        new Object[] {
          key, base.rowsOrNull(), edge.rowsOrNull(), base.average(), edge.average(), score
        });
    keys++;
    baseRows += base.rows();
    edgeRows += edge.rows();
    outOfRange += base.outOfRange() + edge.outOfRange();
    scores = scores.add(new BigDecimal(Math.floor(score * 1e6 + 0.5)).toBigInteger());
  }

  /** Its rows, sorted. */
  List<Object[]> relation() {
    return relation;
  }

  /** What analytics finds. */
  Findings summed() {
    Map<String, BigInteger> figures = new TreeMap<>();
    figures.put(ScoreFigures.KEY_COUNT, BigInteger.valueOf(keys));
    figures.put(ScoreFigures.BASE_ROWS_SUM, BigInteger.valueOf(baseRows));
    figures.put(ScoreFigures.EDGE_ROWS_SUM, BigInteger.valueOf(edgeRows));
    figures.put(ScoreFigures.SCORE_SUM, scores);
    figures.put(ScoreFigures.OUT_OF_RANGE, BigInteger.valueOf(outOfRange));
    return ScoreFigures.found(rows, figures, null);
  }

  /** What join finds: that it was written, and how many numbers were out of range. */
  Findings counted(Findings written) {
    Map<String, BigInteger> figures = new TreeMap<>(written.figures());
    figures.put(ScoreFigures.OUT_OF_RANGE, BigInteger.valueOf(outOfRange));
    return new Findings(written.rowsRead(), figures, null, written.files());
  }

  /** What a written relation adds up to. */
  static Findings sums(WrittenTable relation) {
    BigInteger[] sums = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    List<Object[]> rows = LoopRows.read("analytics", relation, ScoreFigures.SUMMED);
    for (Object[] row : rows) {
      for (int i = 0; i < 2; i++) {
        sums[i] = sums[i].add(row[i] == null ? BigInteger.ZERO : BigInteger.valueOf((long) row[i]));
      }
      double millionths = Math.floor((double) row[2] * 1e6 + 0.5);
      sums[2] = sums[2].add(new BigDecimal(millionths).toBigInteger());
    }
    Map<String, BigInteger> figures =
        Map.of(
            ScoreFigures.KEY_COUNT, BigInteger.valueOf(rows.size()),
            ScoreFigures.BASE_ROWS_SUM, sums[0],
            ScoreFigures.EDGE_ROWS_SUM, sums[1],
            ScoreFigures.SCORE_SUM, sums[2]);
    return ScoreFigures.found(rows.size(), figures, null);
  }

  /** Its columns. */
  static TableSchema schema(Roles roles) {
    List<ColumnType> types =
        List.of(
            roles.key().type(),
            ColumnType.INT64,
            ColumnType.INT64,
            ColumnType.DOUBLE,
            ColumnType.DOUBLE,
            ColumnType.DOUBLE);
    List<Column> columns = new ArrayList<>();
    for (String name : Score.COLUMNS) {
      columns.add(new Column(name, types.get(columns.size())));
    }
    return new TableSchema(columns);
  }
}
