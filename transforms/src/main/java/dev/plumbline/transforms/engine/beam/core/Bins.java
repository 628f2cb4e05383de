package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.Arrays;
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
    List<List<Share>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
    }
    long[] rows = new long[inputs.size()];
    for (int input = 0; input < rows.length; input++) {
      List<RowGroup> groups = groups(work, inputs.get(input));
      rows[input] = groups.stream().mapToLong(RowGroup::rows).sum();
      long firstRow = 0;
      for (RowGroup group : groups) {
        // a row group goes where its middle lies; each input begins in another bin, so that what is
        // left over of all of them does not fall into the same
        long piece = (firstRow + group.rows() / 2) * count / Math.max(1, rows[input]);
        int bin = (int) (Math.min(count - 1L, piece) + input) % count;
        shares.get(bin).add(new Share(input, firstRow, group));
        firstRow += group.rows();
      }
    }
    Sampling sampling = sampling(rows, count);
    List<Bin> bins = new ArrayList<>();
    for (List<Share> of : shares) {
      if (!of.isEmpty()) {
        bins.add(new Bin(bins.size(), sampling, of));
      }
    }
    return bins;
  }

  private static Sampling sampling(long[] rows, int count) {
    int largest = 0;
    for (int input = 1; input < rows.length; input++) {
      if (rows[input] > rows[largest]) {
        largest = input;
      }
    }
    long all = Arrays.stream(rows).sum();
    int partitions = (int) Math.max((long) count * PARTITIONS_PER_SHARD, all / PARTITION_ROWS + 1);
    long oneIn = Math.max(1, rows[largest] / ((long) partitions * SAMPLES_PER_PARTITION));
    return new Sampling(largest, oneIn, partitions);
  }

  private static List<RowGroup> groups(String work, WrittenTable table) {
    try {
      return table.files().stream()
          .flatMap(file -> RowGroupReader.groups(file.path()).stream())
          .toList();
    } catch (TableException e) {
      throw new TableException(work + ": " + e.getMessage(), e);
    }
  }
}
