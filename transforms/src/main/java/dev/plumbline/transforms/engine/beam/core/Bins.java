package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a work reads into bins of about equally many rows. */
public final class Bins {
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
        shares.get(bin).add(new Share.Stored(input, firstRow, group));
        firstRow += group.rows();
      }
    }
    Sampling sampling = Sampling.of(rows, count);
    List<Bin> bins = new ArrayList<>();
    for (List<Share> of : shares) {
      if (!of.isEmpty()) {
        bins.add(new Bin(bins.size(), sampling, of));
      }
    }
    return bins;
  }

  /**
   * Pages as at most so many bins.
   *
   * @param schema the pages' columns
   */
  public static List<Bin> of(List<PackedPage> pages, TableSchema schema, int count) {
    long rows = pages.stream().mapToLong(PackedPage::rows).sum();
    Sampling sampling = Sampling.of(new long[] {rows}, count);
    List<Bin> bins = new ArrayList<>();
    for (int number = 0; number < Math.min(count, pages.size()); number++) {
      List<Share> shares = new ArrayList<>();
      for (int i = number; i < pages.size(); i += count) {
        shares.add(new Share.Paged(pages.get(i), schema));
      }
      bins.add(new Bin(number, sampling, shares));
    }
    return bins;
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
