package dev.plumbline.transforms.engine.polars;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
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
    WorkerAnswer answer =
        polars.ask(
            new WorkerRequest(
                "loading %d %s files".formatted(table.files().size(), form.label()),
                "load",
                json -> {
                  RequestFields.files(json, table);
                  json.writeStringField("form", form.label());
                  RequestFields.columns(json, schema.columns());
                }));
    return new Findings(
        answer.figure("rows").longValueExact(),
        Map.of("rows", answer.figure("rows")),
        null,
        List.of(),
        answer.use());
  }
}
