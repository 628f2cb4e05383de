package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Loads a relation that an engine handed over, in its order, as one Parquet file: the parquet_write
 * of a pipeline that transforms before it loads.
 *
 * @param schema the relation's columns
 * @param core how it is written
 * @param result where it goes
 */
public record WriteRelation(TableSchema schema, WriteCore core, ResultFiles result)
    implements TableCore {
  private static final long serialVersionUID = 1;

  /** Whether the file tells afterwards what pages it was given. */
  public boolean tellsPages() {
    return core.tellsPages();
  }

  @Override
  public Findings run(WrittenTable relation) {
    Path file = result.whole();
    try (NewFile made = NewFile.create(file)) {
      PageWriter writer = core.open(made.channel());
      long rows = copy(relation, writer);
      writer.finish();
      made.complete();
      return new Findings(
          rows,
          Map.of("rows", BigInteger.valueOf(rows)),
          null,
          List.of(new WrittenFile(file.toString(), rows, Files.size(file))));
    } catch (TableException e) {
      throw new TableException("parquet_write into %s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new TableException("parquet_write into %s: %s".formatted(file, e), e);
    }
  }

  /** Returns how many rows there are. */
  private long copy(WrittenTable relation, PageWriter writer) throws IOException {
    long[] rows = new long[1];
    try {
      new RelationPages(schema, null)
          .each(
              relation,
              page -> {
                try {
                  writer.write(page);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                rows[0] += page.rows();
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows[0];
  }
}
