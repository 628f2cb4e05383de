package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out the {@link ScanFigures} of a table.
 *
 * @param schema the table's columns
 */
public record ScanWork(TableSchema schema) implements Serializable {
  private static final long serialVersionUID = 1;

  /** What it is, for errors. */
  public static final String NAME = "scan";

  /**
   * Counts the values of a row group.
   *
   * @throws TableException if the file cannot be read
   */
  public Tally read(Share share) {
    ValueCounter counter = new ValueCounter(schema);
    try {
      RowGroupReader.feed(share.group(), schema.columns(), counter);
    } catch (TableException e) {
      throw new TableException(NAME + ": " + e.getMessage(), e);
    }
    return new Tally(share.group().rows(), counter.figures(), List.of());
  }

  /** What all row groups add up to. */
  public Findings complete(Tally all) {
    Map<String, BigInteger> figures =
        ScanFigures.names(schema).stream()
            .collect(Collectors.toMap(Function.identity(), all::figure));
    return new Findings(all.rowsRead(), figures, null, List.of());
  }
}
