package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.PageList;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.artifact.ArtifactKind;
import dev.plumbline.transforms.artifact.TableWriter;
import dev.plumbline.transforms.engine.ReadyEngine;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Engines read our CSV, whatever stands in it. */
@ParameterizedClass
@EnumSource(names = {"DUCKDB", "POLARS"})
class CsvCellsTest {
  private static final long SEED = 12;
  private static final int DATE = 4;

  @Parameter Engines engine;
  @TempDir Path directory;

  @Test
  void textsAndNumbersAreReadWithTheirNullsAndEmptyTexts() throws Exception {
    assertReads(
        HardCells.SCHEMA.table(),
        HardCells.rows(SEED, 3_000).stream().filter(row -> !isFarAway(row.get(DATE))).toList());
  }

  private static boolean isFarAway(@Nullable Object date) {
    return date instanceof LocalDate day && day.getYear() > 9999;
  }

  @Test
  void datesBehindTheYear9999AreReadOrRefusedButNeverLost() throws Exception {
    TableSchema schema = Schemas.of("k string, d date");
    List<List<Object>> rows = List.of(List.of("a", LocalDate.of(12345, 1, 1)));
    if (engine == Engines.DUCKDB) {
      assertReads(schema, rows);
    } else {
      assertRefuses(schema, table(schema, rows), "column 'd'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "int64, 99999999999999999999",
    "int64, secret",
    "double, secret",
    "boolean, secret",
    "date, secret",
    "timestamp, secret",
    "decimal, secret"
  })
  void aCellThatIsNotOfItsTypeIsAnErrorThatDoesNotQuoteIt(String type, String cell)
      throws Exception {
    Path file = Files.writeString(directory.resolve("rows.csv"), "k,b\na,\nb," + cell + "\n");
    WrittenTable table =
        new WrittenTable(List.of(new WrittenFile(file.toString(), 2, Files.size(file))));

    String message = assertRefuses(Schemas.of("k string, b " + type), table, "");

    assertFalse(message.contains(cell), message);
  }

  private String assertRefuses(TableSchema schema, WrittenTable table, String named)
      throws Exception {
    StorageEngine storage = (StorageEngine) ReadyEngine.of(engine, 2);
    for (TableCore core :
        List.of(storage.scan(schema, FileForm.CSV), storage.load(schema, FileForm.CSV))) {
      TableException failed = assertThrows(TableException.class, () -> core.run(table));
      assertTrue(String.valueOf(failed.getMessage()).contains(named), failed.getMessage());
    }
    return String.valueOf(
        assertThrows(TableException.class, () -> storage.load(schema, FileForm.CSV).run(table))
            .getMessage());
  }

  @Test
  void timesAndDecimalsAreRead() throws Exception {
    assertReads(
        HardCells.TIMES_AND_DECIMALS,
        List.of(
            List.of(Instant.parse("2001-02-03T04:05:06.000007Z"), new BigDecimal("1.10")),
            Arrays.asList(Instant.parse("0001-01-01T00:00:00Z"), null),
            Arrays.asList(null, new BigDecimal("-12345678901234567890123456789.123456789")),
            List.of(Instant.EPOCH, BigDecimal.ZERO)));
  }

  private WrittenTable table(TableSchema schema, List<List<Object>> rows) throws Exception {
    WrittenFile file =
        new TableWriter(
                new PageList(schema, Tables.pages(schema, rows, 500)),
                DescribedSchema.of(schema),
                "a mine")
            .write(ArtifactKind.CSV, directory.resolve("rows.csv"));
    return new WrittenTable(List.of(file));
  }

  private void assertReads(TableSchema schema, List<List<Object>> rows) throws Exception {
    WrittenTable table = table(schema, rows);
    StorageEngine storage = (StorageEngine) ReadyEngine.of(engine, 2);

    assertEquals(
        expected(schema, rows),
        storage.scan(schema, FileForm.CSV).run(table).figures(),
        "seed " + SEED);
    assertEquals(
        Map.of("rows", BigInteger.valueOf(rows.size())),
        storage.load(schema, FileForm.CSV).run(table).figures(),
        "seed " + SEED);
  }

  private static Map<String, BigInteger> expected(TableSchema schema, List<List<Object>> rows) {
    Map<String, BigInteger> figures = new TreeMap<>();
    ScanFigures.names(schema).forEach(name -> figures.put(name, BigInteger.ZERO));
    for (List<Object> row : rows) {
      for (int i = 0; i < schema.width(); i++) {
        Column column = schema.column(i);
        if (row.get(i) != null) {
          figures.merge(ScanFigures.nonNull(column), BigInteger.ONE, BigInteger::add);
        }
        if (row.get(i) instanceof String text) {
          long bytes = text.getBytes(StandardCharsets.UTF_8).length;
          figures.merge(ScanFigures.bytes(column), BigInteger.valueOf(bytes), BigInteger::add);
        }
      }
    }
    return figures;
  }
}
