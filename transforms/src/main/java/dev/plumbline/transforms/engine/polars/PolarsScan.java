package dev.plumbline.transforms.engine.polars;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out the {@link ScanFigures} of a table.
 *
 * @param polars the engine
 * @param schema the table's columns
 * @param form of the files
 */
record PolarsScan(Polars polars, TableSchema schema, FileForm form) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "polars_scan over %d files".formatted(table.files().size());
    if (form == FileForm.PARQUET) {
      CheckedTable.of(doing, table, schema.columns());
    }
    WorkerAnswer answer =
        polars.ask(
            new WorkerRequest(
                doing,
                "scan",
                json -> {
                  RequestFields.files(json, table);
                  json.writeStringField("form", form.label());
                  RequestFields.columns(json, schema.columns());
                }));
    long rows = answer.figure("rows").longValueExact();
    CheckedTable.rejectEmpty(doing, rows);
    Map<String, BigInteger> figures = new TreeMap<>();
    for (int i = 0; i < schema.width(); i++) {
      Column column = schema.column(i);
      figures.put(ScanFigures.nonNull(column), answer.figure(i + ".non_null"));
      if (column.type() == ColumnType.STRING) {
        figures.put(ScanFigures.bytes(column), answer.figure(i + ".bytes"));
      }
    }
    return new Findings(rows, figures, null, List.of(), answer.use());
  }
}
