package dev.plumbline.transforms.engine.polars;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Reads files into a frame in memory.
 *
 * @param polars the engine
 * @param schema the table's columns
 * @param form of the files
 */
record PolarsLoad(Polars polars, TableSchema schema, FileForm form) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "loading %d %s files".formatted(table.files().size(), form.label());
    if (form == FileForm.PARQUET) {
      CheckedTable.of(doing, table, schema.columns());
    }
    WorkerAnswer answer =
        polars.ask(
            new WorkerRequest(
                doing,
                "load",
                json -> {
                  RequestFields.files(json, table);
                  json.writeStringField("form", form.label());
                  RequestFields.columns(json, schema.columns());
                }));
    BigInteger rows = answer.figure("rows");
    CheckedTable.rejectEmpty(doing, rows.longValueExact());
    return new Findings(rows.longValueExact(), Map.of("rows", rows), null, List.of(), answer.use());
  }
}
