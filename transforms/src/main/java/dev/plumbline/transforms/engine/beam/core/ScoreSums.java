package dev.plumbline.transforms.engine.beam.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Sums up rows of a {@link ScoreRelation}. Not thread-safe. */
final class ScoreSums implements ScoreRelation.Rows {
  static final String KEY_COUNT = "key_count";
  static final String BASE_ROWS_SUM = "base_rows_sum";
  static final String EDGE_ROWS_SUM = "edge_rows_sum";
  static final String SCORE_SUM = "score_sum";
  static final String OUT_OF_RANGE = "numbers_out_of_range";

  /** Below this, a score is a long, and a thousand of them are, too. */
  private static final double SMALL = 1L << 52;

  private static final long SMALL_SUM = 1L << 62;

  private long keys;
  private long baseRows;
  private long edgeRows;
  private long outOfRange;
  private long smallScores;
  private BigInteger scores = BigInteger.ZERO;

  @Override
  public void row(SortedRows side, int row, Group base, Group edge) {
    keys++;
    baseRows += base.rows();
    edgeRows += edge.rows();
    outOfRange += base.outOfRange() + edge.outOfRange();
    double millionths = Math.floor(ScoreRelation.score(base, edge) * 1e6 + 0.5);
    if (Math.abs(millionths) < SMALL && Math.abs(smallScores) < SMALL_SUM) {
      smallScores += (long) millionths;
    } else {
      scores = scores.add(new BigDecimal(millionths).toBigIntegerExact());
    }
  }

  /** The sums so far. */
  Tally tally() {
    return new Tally(
        0,
        Map.of(
            KEY_COUNT, BigInteger.valueOf(keys),
            BASE_ROWS_SUM, BigInteger.valueOf(baseRows),
            EDGE_ROWS_SUM, BigInteger.valueOf(edgeRows),
            SCORE_SUM, scores.add(BigInteger.valueOf(smallScores)),
            OUT_OF_RANGE, BigInteger.valueOf(outOfRange)),
        List.of());
  }
}
