package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.Findings;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of what the relation of {@link Score} adds up to, and of what is added up. */
public final class ScoreFigures {
  /** Rows of the relation. */
  public static final String KEY_COUNT = "key_count";

  /** Rows of the source, by the base side. */
  public static final String BASE_ROWS_SUM = "base_rows_sum";

  /** Rows of the source, by the edge side. */
  public static final String EDGE_ROWS_SUM = "edge_rows_sum";

  /** The sum of {@code floor(score * 1e6 + 0.5)}. */
  public static final String SCORE_SUM = "score_sum";

  /** How many numbers counted as null for their size, in both columns: the join counts them. */
  public static final String OUT_OF_RANGE = "numbers_out_of_range";

  /** The sums of the relation, in this order. */
  public static final List<String> SUMS =
      List.of(KEY_COUNT, BASE_ROWS_SUM, EDGE_ROWS_SUM, SCORE_SUM);

  /** The relation's columns that are summed up, in this order. */
  public static final List<Column> SUMMED =
      List.of(
          new Column("base_rows", ColumnType.INT64),
          new Column("edge_rows", ColumnType.INT64),
          new Column("score", ColumnType.DOUBLE));

  private ScoreFigures() {}

  /**
   * What a stage found that summed up the relation.
   *
   * @param rowsRead the rows that it read
   * @param figures the four sums by name, and what else it counted
   * @param use what it took in another process, or null if it ran in this one
   */
  public static Findings found(
      long rowsRead, Map<String, BigInteger> figures, @Nullable EngineUse use) {
    return new Findings(rowsRead, figures, ResultHash.of(figures), List.of(), use);
  }
}
