package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a work reads into bins of about equally many rows. */
public final class Bins {
  /** So that a partition with its pages and its result fits into memory many times over. */
  private static final long PARTITION_ROWS = 250_000;

  private static final int PARTITIONS_PER_SHARD = 4;
  private static final int SAMPLES_PER_PARTITION = 200;

  private Bins() {}

  /**
   * At most as many bins as asked for.
   *
   * @param work what is being done, for errors
   * @param inputs what is read
   * @param columns the columns that are read of each input
   * @param count in how many pieces the runner can work at once
   * @throws TableException see {@link CheckedTable#all}
   */
  public static List<Bin> of(
      String work, List<WrittenTable> inputs, List<List<Column>> columns, int count) {
    CheckedTable.all(work, inputs, columns);
    List<Share> shares = new ArrayList<>();
    long rows = 0;
    for (int input = 0; input < inputs.size(); input++) {
      long firstRow = 0;
      for (WrittenFile file : inputs.get(input).files()) {
        for (RowGroup group : groups(work, file.path())) {
          shares.add(new Share(input, firstRow, group));
          firstRow += group.rows();
        }
      }
      rows += firstRow;
    }
    int partitions = (int) Math.max((long) count * PARTITIONS_PER_SHARD, rows / PARTITION_ROWS + 1);
    long sampleOneIn = Math.max(1, rows / ((long) partitions * SAMPLES_PER_PARTITION));
    List<Bin> bins = new ArrayList<>();
    for (List<Share> of : cut(shares, rows, count)) {
      bins.add(new Bin(bins.size(), sampleOneIn, partitions, of));
    }
    return bins;
  }

  private static List<RowGroup> groups(String work, String file) {
    try {
      return RowGroupReader.groups(file);
    } catch (TableException e) {
      throw new TableException(work + ": " + e.getMessage(), e);
    }
  }

  private static List<List<Share>> cut(List<Share> shares, long rows, int count) {
    List<List<Share>> bins = new ArrayList<>();
    long seen = 0;
    int bin = -1;
    for (Share share : shares) {
      // a row group goes where its middle lies
      long middle = seen + share.group().rows() / 2;
      int at = (int) Math.min(count - 1L, middle * count / rows);
      if (at > bin) {
        bins.add(new ArrayList<>());
        bin = at;
      }
      bins.get(bins.size() - 1).add(share);
      seen += share.group().rows();
    }
    return bins;
  }
}
