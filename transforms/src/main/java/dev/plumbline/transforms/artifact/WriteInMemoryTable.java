package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes a table that this JVM holds as one file. The files that a runner hands in only say how
 * many rows it has.
 *
 * @param name its name among {@link InMemoryTables}
 * @param schema its columns
 * @param form of the file
 * @param file where it goes, absolute
 */
public record WriteInMemoryTable(String name, DescribedSchema schema, FileForm form, String file)
    implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    ArtifactKind kind = form == FileForm.CSV ? ArtifactKind.CSV : ArtifactKind.PARQUET;
    try {
      WrittenFile written =
          new TableWriter(InMemoryTables.get(name), schema, "rows held in memory")
              .write(kind, Path.of(file));
      Map<String, BigInteger> figures = Map.of("rows", BigInteger.valueOf(written.rows()));
      return new Findings(table.rows(), figures, null, List.of(written));
    } catch (IOException e) {
      throw new TableException("writing " + file + ": " + e.getMessage(), e);
    }
  }
}
