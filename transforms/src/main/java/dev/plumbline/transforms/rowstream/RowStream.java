package dev.plumbline.transforms.rowstream;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ColumnNames;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Row streams that together are one table, ours or others'. Keys may come in any order.
 *
 * @param files in the table's order
 * @param names what the keys are, and what the columns are called
 * @param described the columns
 * @param keysMayMiss whether a key that is not there is null: only where no schema says what there
 *     is
 * @param pageRows the rows of a page
 */
public record RowStream(
    List<Path> files,
    ColumnNames names,
    DescribedSchema described,
    boolean keysMayMiss,
    int pageRows)
    implements PageSource {
  /** Copies the files and rejects none at all, and pages without rows. */
  public RowStream {
    files = List.copyOf(files);
    if (files.isEmpty() || pageRows < 1) {
      throw new IllegalArgumentException(
          "Cannot read %d row streams in pages of %d rows".formatted(files.size(), pageRows));
    }
  }

  /**
   * Finds the columns: by the schema beside the first file, or, where there is none, by reading all
   * files; then keys that are paths become our names, by {@link ColumnNames}.
   *
   * @throws ArtifactException if they cannot be found
   */
  public static RowStream open(List<Path> files, int pageRows) throws IOException {
    Optional<DescribedSchema> beside =
        files.isEmpty() ? Optional.empty() : SchemaFile.of(files.get(0));
    if (beside.isPresent()) {
      ColumnNames names = ColumnNames.unchanged(beside.get().table().names());
      return new RowStream(files, names, beside.get(), false, pageRows);
    }
    TableSchema found = TypeInference.of(files);
    ColumnNames names = ColumnNames.of(found.names());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < found.width(); i++) {
      columns.add(new Column(names.columns().get(i), found.column(i).type()));
    }
    DescribedSchema described = DescribedSchema.of(new TableSchema(columns));
    return new RowStream(files, names, described, true, pageRows);
  }

  @Override
  public TableSchema schema() {
    return described.table();
  }

  @Override
  public PageReader open() {
    return new RowStreamReader(this);
  }
}
