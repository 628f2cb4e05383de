package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.csv.CsvSpec;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.rowstream.RowStreamSpec;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.PageSource.PageReader;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import dev.plumbline.transforms.table.WriteException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes files of a table that is there as pages: of those that a run has spilled, or of another
 * artifact. Rows come in the table's order. A file takes the place of one that is there, when it is
 * complete.
 *
 * @param pages the table
 * @param schema its columns
 * @param source where it comes from, for a Parquet file's metadata
 */
public record TableWriter(PageSource pages, DescribedSchema schema, String source) {
  /** Rejects pages of other columns. */
  public TableWriter {
    if (!pages.schema().equals(schema.table())) {
      throw new IllegalArgumentException(
          "The pages have %s, expected %s".formatted(pages.schema(), schema.table()));
    }
  }

  /**
   * Writes a file of a kind, and the schema beside it where the kind has one.
   *
   * @param file in a directory that is there
   * @throws ArtifactException if the pages cannot be read
   * @throws WriteException if the file cannot be written
   * @throws IllegalArgumentException if the kind cannot hold the table
   */
  public WrittenFile write(ArtifactKind kind, Path file) throws IOException {
    return switch (kind) {
      case ROW_STREAM -> write(file, new RowStreamSpec(schema.table()), true);
      case CSV -> write(file, new CsvSpec(schema.table()), true);
      case PARQUET -> write(file, ParquetSpec.of(schema, source), false);
      case SCHEMA -> throw new IllegalArgumentException("A schema holds no rows");
    };
  }

  private WrittenFile write(Path file, WriteCore core, boolean typedBeside) throws IOException {
    Path absolute = file.toAbsolutePath();
    try {
      return new WrittenFile(
          absolute.toString(), copy(absolute, core, typedBeside), Files.size(absolute));
    } catch (ArtifactException | WriteException e) {
      throw e;
    } catch (IOException e) {
      throw new WriteException(absolute.toString(), e);
    }
  }

  /** Returns how many rows there are. */
  private long copy(Path absolute, WriteCore core, boolean typedBeside) throws IOException {
    long rows = 0;
    try (NewFile made = NewFile.create(absolute);
        PageReader reader = pages.open()) {
      PageWriter writer = core.open(made.channel());
      for (Optional<PackedPage> page = reader.next(); page.isPresent(); page = reader.next()) {
        writer.write(page.get());
        rows += page.get().rows();
      }
      writer.finish();
      if (typedBeside) {
        SchemaFile.write(SchemaFile.beside(absolute), schema);
      }
      made.complete();
    }
    return rows;
  }
}
