package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.analytics.ScoreFigures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Sums up rows of a {@link ScoreRelation}. Not thread-safe. */
final class ScoreSums implements ScoreRelation.Rows {
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
    add(base.rows(), edge.rows(), ScoreRelation.score(base, edge));
    outOfRange += base.outOfRange() + edge.outOfRange();
  }

  /** Adds a row by itself; a side that it lacks has no rows. */
  void add(long rowsOfBase, long rowsOfEdge, double score) {
    keys++;
    baseRows += rowsOfBase;
    edgeRows += rowsOfEdge;
    double millionths = Math.floor(score * 1e6 + 0.5);
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
            ScoreFigures.KEY_COUNT, BigInteger.valueOf(keys),
            ScoreFigures.BASE_ROWS_SUM, BigInteger.valueOf(baseRows),
            ScoreFigures.EDGE_ROWS_SUM, BigInteger.valueOf(edgeRows),
            ScoreFigures.SCORE_SUM, scores.add(BigInteger.valueOf(smallScores))),
        List.of());
  }

  /** The same, with how many numbers were out of range. */
  Tally tallyWithRange() {
    BigInteger out = BigInteger.valueOf(outOfRange);
    return tally().plus(new Tally(0, Map.of(ScoreFigures.OUT_OF_RANGE, out), List.of()));
  }
}
