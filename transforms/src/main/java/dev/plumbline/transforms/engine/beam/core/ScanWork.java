package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
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
public record ScanWork(TableSchema schema) implements ReadWork {
  private static final long serialVersionUID = 1;

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public List<Column> columns() {
    return schema.columns();
  }

  /** Counts the values of a row group. */
  @Override
  public Tally read(Share share) {
    ValueCounter counter = new ValueCounter(schema);
    try {
      share.feed(schema.columns(), counter);
    } catch (TableException e) {
      throw new TableException(name() + ": " + e.getMessage(), e);
    }
    return new Tally(share.rows(), counter.figures(), List.of());
  }

  @Override
  public Findings complete(Tally all) {
    Map<String, BigInteger> figures =
        ScanFigures.names(schema).stream()
            .collect(Collectors.toMap(Function.identity(), all::figure));
    return new Findings(all.rowsRead(), figures, null, List.of());
  }
}
