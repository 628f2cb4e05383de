package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.Serializable;
import java.util.List;

/**
 * A work that brings rows of equal keys together: what is read, how rows are routed to partitions
 * of key ranges, and what becomes of a partition.
 */
public interface KeyedWork extends Serializable {
  /** What it is, for errors, such as {@code join}. */
  String name();

  /** The tables to be read; the number of each is its place here. */
  List<WrittenTable> inputs(WrittenTable table);

  /** The columns to be read of each input, the key first. */
  List<List<Column>> columns();

  /** The columns of each side's routed pages, the key as text first. */
  List<TableSchema> sides();

  /** Routes rows by these splitters. */
  RowRouter router(Splitters splitters, RoutedPages out);

  /**
   * Does the work of one partition.
   *
   * @param number the partition's number: partitions in the order of their numbers are in the order
   *     of keys
   * @param sides for each side its pages, in the order in which their rows were read
   */
  Tally partition(int number, List<List<PackedPage>> sides);

  /** Completes the work when all partitions are done, and says what was found. */
  Findings complete(Tally all);

  /**
   * Removes what partitions left, when the work has failed and nobody works on it any more.
   *
   * @throws dev.plumbline.transforms.table.TableException if something cannot be removed
   */
  void abandon();
}
