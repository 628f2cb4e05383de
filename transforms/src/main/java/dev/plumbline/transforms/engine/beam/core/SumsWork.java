package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
import java.util.List;

/** Sums up a written relation of {@link dev.plumbline.transforms.analytics.Score}. */
public record SumsWork() implements ReadWork {
  private static final long serialVersionUID = 1;

  @Override
  public String name() {
    return "analytics";
  }

  @Override
  public List<Column> columns() {
    return ScoreFigures.SUMMED;
  }

  @Override
  public Tally read(Share share) {
    Summed rows = new Summed();
    try {
      share.feed(columns(), rows);
    } catch (TableException e) {
      throw new TableException(name() + ": " + e.getMessage(), e);
    }
    return Tally.read(share.rows()).plus(rows.sums.tally());
  }

  @Override
  public Findings complete(Tally all) {
    return ScoreFigures.found(all.rowsRead(), all.figures(), null);
  }

  /** Takes base_rows, edge_rows and score; a null counts as zero. */
  private static final class Summed extends RefusingSink {
    private final ScoreSums sums = new ScoreSums();
    private final long[] rows = new long[2];
    private double score;
    private int column;

    @Override
    public void nullCell() {
      column++;
    }

    @Override
    public void int64Cell(long value) {
      rows[column++] = value;
    }

    @Override
    public void doubleCell(double value) {
      score = value;
      column++;
    }

    @Override
    public void endRow() {
      sums.add(rows[0], rows[1], score);
      rows[0] = 0;
      rows[1] = 0;
      score = 0;
      column = 0;
    }
  }
}
