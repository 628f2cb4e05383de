package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.table.Findings;
import java.io.Serializable;
import java.util.List;

/** A work that reads every row of a table once, by itself, and adds up what it finds. */
public interface ReadWork extends Serializable {
  /** What it is, for errors, such as {@code scan}. */
  String name();

  /** The columns that it reads. */
  List<Column> columns();

  /**
   * Works on a row group.
   *
   * @throws dev.plumbline.transforms.table.TableException if the file cannot be read
   */
  Tally read(Share share);

  /** What all row groups add up to. */
  Findings complete(Tally all);
}
