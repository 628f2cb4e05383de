package dev.plumbline.transforms.csv;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WriteException;
import dev.plumbline.transforms.table.WritePages;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Path;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * The csv_write stage in Beam: packed pages in, files {@code rows-NNNNN-of-NNNNN.csv} in the
 * directory and, when all of them are complete, {@link SchemaFile} beside them and one {@link
 * WrittenTable} that lists them out. All files are written under other names and renamed at the
 * end. Their rows are counted by reading them again.
 */
public final class WriteCsv extends PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> {
  private static final long serialVersionUID = 1;

  private final WritePages pages;
  private final SchemaFn schemaFile;

  private WriteCsv(WritePages pages, SchemaFn schemaFile) {
    this.pages = pages;
    this.schemaFile = schemaFile;
  }

  /**
   * Writes into this directory, a file for each bundle.
   *
   * @param export the pages' columns
   * @param core a {@link CsvSpec} of that schema
   */
  public static WriteCsv to(
      String directory, ExportSchema export, WriteCore core, StageClock clock) {
    return to(directory, DescribedSchema.of(export), core, clock);
  }

  /** The same of any columns. */
  public static WriteCsv to(
      String directory, DescribedSchema columns, WriteCore core, StageClock clock) {
    return new WriteCsv(
        WritePages.to(directory, ".csv", core, clock, CsvRecordCounter::read),
        new SchemaFn(directory, columns, clock));
  }

  /** Writes so many files for each bundle, at once. */
  public WriteCsv withThreads(int count) {
    return new WriteCsv(pages.withThreads(count), schemaFile);
  }

  @Override
  public PCollection<WrittenTable> expand(PCollection<PackedPage> input) {
    return pages
        .expand(input)
        .get(WritePages.TABLE)
        .apply("Schema", ParDo.of(schemaFile))
        .setCoder(SerializableCoder.of(WrittenTable.class));
  }

  private static final class SchemaFn extends DoFn<WrittenTable, WrittenTable> {
    private static final long serialVersionUID = 1;

    private final String directory;
    private final DescribedSchema schema;
    private final StageClock clock;
    private final StageMetrics metrics;

    SchemaFn(String directory, DescribedSchema schema, StageClock clock) {
      this.directory = directory;
      this.schema = schema;
      this.clock = clock;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(@Element WrittenTable table, OutputReceiver<WrittenTable> out)
        throws WriteException {
      Lap lap = clock.start();
      SchemaFile.write(SchemaFile.in(Path.of(directory)), schema);
      metrics.add(lap.stop());
      out.output(table);
    }
  }
}
