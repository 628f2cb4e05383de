package dev.plumbline.transforms.rowstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back, to our reader and to the judge's. */
class RowStreamRoundTripTest {
  private static final long SEED = 20_26;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();

  @TempDir Path directory;

  @Test
  void cellsOfAllKindsComeBackToOurReaderAndToTheJudge() throws Exception {
    List<List<Object>> rows = HardCells.rows(SEED, 5_000);
    Path file = write("rows.jsonl", rows);

    assertEquals(rows, StoredTables.rows(RowStream.open(List.of(file), 333)), "seed " + SEED);
    assertEquals(Tables.digest(SCHEMA, rows), StoredTables.judged(file), "seed " + SEED);
    assertEquals(rows.size(), RowStreamCounter.read(file.toString()).rows());
  }

  @Test
  void timesAndDecimalsComeBackToOurReaderAndToTheJudge() throws Exception {
    TableSchema schema = HardCells.TIMES_AND_DECIMALS;
    List<List<Object>> rows = HardCells.timesAndDecimals(SEED, 2_000);
    Path file = directory.resolve("times.jsonl");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(schema));
    StoredTables.write(file, new RowStreamSpec(schema), schema, rows);

    assertEquals(rows, StoredTables.rows(RowStream.open(List.of(file), 333)), "seed " + SEED);
    assertEquals(Tables.digest(schema, rows), StoredTables.judged(file), "seed " + SEED);
  }

  @Test
  void textOfSeveralMegabytesComesBack() throws Exception {
    List<List<Object>> rows =
        List.of(
            Arrays.asList("0123456789".repeat(1_000_000), 1L, null, null, null, "short"),
            Arrays.asList("1,\"ü\"\r\n\n".repeat(500_000), 2L, null, null, null, null));
    Path file = write("rows.jsonl", rows);

    assertEquals(rows, StoredTables.rows(RowStream.open(List.of(file), 1_000)));
    assertEquals(Tables.digest(SCHEMA, rows), StoredTables.judged(file));
  }

  @Test
  void severalFilesAreOneTableInTheirOrder() throws Exception {
    List<List<Object>> rows = HardCells.rows(SEED, 1_000);
    Path one = write("part-0.jsonl", rows.subList(0, 400));
    Path two = write("part-1.jsonl", rows.subList(400, 400));
    Path three = write("part-2.jsonl", rows.subList(400, rows.size()));

    RowStream stream = RowStream.open(List.of(one, two, three), 300);

    assertEquals(rows, StoredTables.rows(stream), "seed " + SEED);
    long start = 0;
    int index = 0;
    for (PackedPage page : StoredTables.pages(stream)) {
      assertEquals(index++, page.index());
      assertEquals(start, page.start());
      start += page.rows();
      assertEquals(start == rows.size() ? rows.size() % 300 : 300, page.rows());
    }
    assertEquals(rows.size(), start);
  }

  @Test
  void aTableWithoutRowsComesBackWithItsColumns() throws Exception {
    Path file = write("rows.jsonl", List.of());

    RowStream stream = RowStream.open(List.of(file), 10);

    assertEquals(List.of(), StoredTables.pages(stream));
    assertEquals(SCHEMA, stream.schema());
    assertEquals(DescribedSchema.of(HardCells.SCHEMA), stream.described());
  }

  private Path write(String name, List<List<Object>> rows) throws Exception {
    Path file = directory.resolve(name);
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(HardCells.SCHEMA));
    return StoredTables.write(file, new RowStreamSpec(SCHEMA), SCHEMA, rows);
  }
}
