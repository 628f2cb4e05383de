package dev.plumbline.parity.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.Witness;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the judge makes of CSV files, row streams and queries. */
class TextTablesTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("id", ColumnType.INT64),
              new Column("score", ColumnType.DOUBLE),
              new Column("curated", ColumnType.BOOLEAN),
              new Column("added", ColumnType.DATE),
              new Column("measured", ColumnType.TIMESTAMP),
              new Column("weight", ColumnType.DECIMAL),
              new Column("symbol", ColumnType.STRING)));

  private static final String SCHEMA_JSON =
      """
      {"schema_version": "plumbline_schema_v1", "columns": [
        {"name": "id", "type": "int64"}, {"name": "score", "type": "double"},
        {"name": "curated", "type": "boolean"}, {"name": "added", "type": "date"},
        {"name": "measured", "type": "timestamp"}, {"name": "weight", "type": "decimal"},
        {"name": "symbol", "type": "string", "view": "Gene.symbol"}]}
      """;

  private static final String CSV =
      """
      id,score,curated,added,measured,weight,symbol
      1,0.1,true,2026-01-02,2026-01-02 03:04:05.000006,1.10,"a ""quoted"", text"
      -9223372036854775808,-1.7976931348623157E308,false,1969-12-31,1969-12-31 23:59:59,0.00,""
      ,,,,,,
      9223372036854775807,NaN,true,0001-01-01,2026-01-01 00:00:00,-3,"\uD83C\uDF3E wheat
      of two lines"
      """;

  private static final String STREAM =
      """
      {"id":1,"score":0.1,"curated":true,"added":"2026-01-02","measured":"2026-01-02T03:04:05.000006","weight":"1.10","symbol":"a \\"quoted\\", text"}
      {"symbol":"","weight":"0.00","measured":"1969-12-31T23:59:59","added":"1969-12-31","curated":false,"score":-1.7976931348623157E308,"id":-9223372036854775808}
      {"id":null,"score":null,"curated":null,"added":null,"measured":null,"weight":null,"symbol":null}
      {"id":9223372036854775807,"score":"NaN","curated":true,"added":"0001-01-01","measured":"2026-01-01T00:00:00","weight":"-3","symbol":"\\ud83c\\udf3e wheat\\nof two lines"}
      """;

  private static final List<List<Object>> ROWS =
      List.of(
          List.of(
              1L,
              0.1,
              true,
              LocalDate.of(2026, 1, 2),
              Instant.parse("2026-01-02T03:04:05.000006Z"),
              new BigDecimal("1.1"),
              "a \"quoted\", text"),
          List.of(
              Long.MIN_VALUE,
              -Double.MAX_VALUE,
              false,
              LocalDate.of(1969, 12, 31),
              Instant.parse("1969-12-31T23:59:59Z"),
              BigDecimal.ZERO,
              ""),
          Arrays.asList(null, null, null, null, null, null, null),
          List.of(
              Long.MAX_VALUE,
              Double.NaN,
              true,
              LocalDate.of(1, 1, 1),
              Instant.parse("2026-01-01T00:00:00Z"),
              new BigDecimal("-3"),
              "\uD83C\uDF3E wheat\nof two lines"));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"schema.json", "NAME.schema.json"})
  void readsEveryTypeByTheSchemaBesideTheFile(String name) throws Exception {
    for (String file : List.of("rows.csv", "rows.jsonl", "rows.ndjson")) {
      Path table = write(file, file.equals("rows.csv") ? CSV : STREAM);
      Path schema = write(name.replace("NAME", file), SCHEMA_JSON);

      assertEquals(Rows.digest(SCHEMA, ROWS), digest(table), file);
      Files.delete(schema);
    }
  }

  @Test
  void readsAFolderOfPartsAsOneTable() throws Exception {
    write("parts/schema.json", SCHEMA_JSON);
    write("parts/.hidden.csv", "no table");
    write("parts/b.csv", CSV);
    write("parts/a.csv", CSV.lines().findFirst().orElseThrow() + "\n");

    assertEquals(Rows.digest(SCHEMA, ROWS), digest(directory.resolve("parts")));
  }

  @Test
  void takesTheTypesOfTheOtherSideWithoutASchema() throws Exception {
    Path parquet =
        DuckDbFiles.parquet(directory, "rows.parquet", "SELECT 1::BIGINT AS id, '007' AS symbol");
    Path csv = write("rows.csv", "id,symbol\n1,007\n");
    Path stream = write("rows.jsonl", "{\"id\":1,\"symbol\":\"007\"}\n");
    for (Path text : List.of(csv, stream)) {
      for (boolean textFirst : new boolean[] {true, false}) {
        TablePair pair =
            textFirst
                ? open(text.toString(), parquet.toString())
                : open(parquet.toString(), text.toString());
        assertEquals(
            Witness.of(pair.left()).digest(), Witness.of(pair.right()).digest(), text.toString());
      }
    }
  }

  @Test
  void withoutAnyTypesCsvIsTextAndARowStreamIsRefused() throws Exception {
    Path left = write("left.csv", "id,symbol\n1,007\n");
    Path right = write("right.csv", "id,symbol\n1,7\n");
    Path stream = write("rows.jsonl", "{\"id\":1}\n");

    TablePair texts = open(left.toString(), right.toString());
    assertEquals("id string, symbol string", texts.left().schema().toString());
    assertFalse(
        Witness.of(texts.left()).digest().equals(Witness.of(texts.right()).digest()),
        "text is compared as it is");
    assertRefused("no schema lies beside", stream);
  }

  @Test
  void readsWhatAQueryGives() throws Exception {
    Path parquet =
        DuckDbFiles.parquet(directory, "it's.parquet", "SELECT i AS id FROM range(10) t(i)");
    TableSchema schema =
        new TableSchema(
            List.of(new Column("total", ColumnType.INT64), new Column("mean", ColumnType.DOUBLE)));
    String query =
        "duckdb:SELECT sum(id) AS total, avg(id) AS mean FROM '%s';"
            .formatted(parquet.toString().replace("'", "''"));

    assertEquals(
        Rows.digest(schema, List.of(List.of(45L, 4.5))),
        Witness.of(TableLocation.parse(query).open(Optional.empty())).digest());
  }

  @Test
  void readsAQueryThatEndsInACommentInTheOrderItAsksFor() {
    String query = "duckdb:SELECT i AS id FROM range(300000) t(i) ORDER BY i DESC -- last first";
    long[] next = {299_999};

    TableLocation.parse(query)
        .open(Optional.empty())
        .read(
            new RowCheck() {
              @Override
              public void int64Cell(long value) {
                assertEquals(next[0]--, value);
              }
            });

    assertEquals(-1, next[0]);
  }

  @Test
  void refusesAQueryThatIsNoneWithoutQuotingIt() {
    for (String query : List.of("duckdb:SELEKT 1", "duckdb:SELECT 1 AS a, 2 AS a", "duckdb:")) {
      ParityReadException refused =
          assertThrows(
              ParityReadException.class,
              () -> Witness.of(TableLocation.parse(query).open(Optional.empty())));
      assertTrue(refused.getMessage().startsWith("Cannot read duckdb query"), refused.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,symbol\n1,a\n", // another column is missing
        "symbol,id,score,curated,added,measured,weight\n", // another order
        "id,score,curated,added,measured,weight,symbol,more\n",
        "",
      })
  void refusesAHeaderOfOtherColumns(String csv) throws Exception {
    write("schema.json", SCHEMA_JSON);

    assertRefused("rows.csv", write("rows.csv", csv));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,x,true,,,,a\n", // no double
        "1,0.1,true,,,\n", // too few fields
        "1,0.1,true,,,,a,b\n", // too many fields
        "1,0.1,true,,,,\"a\n", // a quote that never ends
        "99999999999999999999,0.1,true,,,,a\n", // no int64
      })
  void refusesARecordThatDoesNotFitTheSchema(String record) throws Exception {
    write("schema.json", SCHEMA_JSON);
    String header = CSV.lines().findFirst().orElseThrow() + "\n";

    assertRefused("rows.csv", write("rows.csv", header + record));
  }

  @Test
  void refusesABadRecordBehindManyGoodOnes() throws Exception {
    write("schema.json", SCHEMA_JSON);
    String header = CSV.lines().findFirst().orElseThrow() + "\n";
    String good = "1,0.1,true,2026-01-02,,1.10,a\n".repeat(400_000);
    assertRefused("rows.csv", write("rows.csv", header + good + "1,x,true,,,,a\n"));

    String row = STREAM.lines().findFirst().orElseThrow() + "\n";
    String bad = row.replace("0.1", "\"x\"");
    assertRefused("rows.jsonl", write("rows.jsonl", row.repeat(400_000) + bad));
  }

  @Test
  void refusesAQueryThatFailsBehindManyGoodRows() {
    String query =
        "duckdb:SELECT CASE WHEN i = 2999999 THEN error('late') ELSE i END AS id"
            + " FROM range(3000000) t(i)";
    ParityReadException refused =
        assertThrows(
            ParityReadException.class,
            () -> Witness.of(TableLocation.parse(query).open(Optional.empty())));
    assertTrue(refused.getMessage().contains("late"), refused.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1}\n", // keys are missing
        "{\"id\":1,\"score\":0.1,\"curated\":true,\"added\":null,\"measured\":null,\"weight\":null,\"symbol\":\"a\",\"more\":1}\n",
        "{\"id\":1,\n", // no JSON
        "[1]\n",
        "{\"id\":\"x\",\"score\":0.1,\"curated\":true,\"added\":null,\"measured\":null,\"weight\":null,\"symbol\":\"a\"}\n",
      })
  void refusesALineThatIsNoRowOfTheSchema(String line) throws Exception {
    write("schema.json", SCHEMA_JSON);

    assertRefused("rows.jsonl", write("rows.jsonl", STREAM + line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"schema_version\": \"plumbline_schema_v2\", \"columns\": [{\"name\": \"id\", \"type\": \"int64\"}]}",
        "{\"schema_version\": \"plumbline_schema_v1\", \"columns\": [{\"name\": \"id\", \"type\": \"number\"}]}",
        "no json",
      })
  void refusesASchemaThatItDoesNotUnderstand(String schema) throws Exception {
    write("schema.json", schema);

    assertRefused("schema.json", write("rows.csv", CSV));
  }

  @Test
  void refusesWhatIsNotThereAndFormsItDoesNotKnow() throws Exception {
    assertRefused("There is no file or folder", directory.resolve("absent.csv"));
    assertRefused("ends in none of", write("rows.txt", "a"));
    write("mixed/a.csv", CSV);
    write("mixed/b.jsonl", STREAM);
    assertRefused("of several forms", directory.resolve("mixed"));
    assertRefused("of no forms", Files.createDirectory(directory.resolve("empty")));
  }

  @Test
  void knowsWhenBothSidesAreOneFile() throws Exception {
    Path file = write("rows.csv", CSV);
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);

    assertTrue(TablePair.same(file.toString(), link.toString()));
    assertTrue(TablePair.same("duckdb:SELECT 1", "duckdb:SELECT 1"));
    assertFalse(TablePair.same(file.toString(), write("other.csv", CSV).toString()));
    assertFalse(TablePair.same(file.toString(), "duckdb:SELECT 1 \u0000"));
  }

  private static TablePair open(String left, String right) {
    return TablePair.open(TableLocation.parse(left), TableLocation.parse(right));
  }

  private static Object digest(Path table) {
    return Witness.of(TableLocation.parse(table.toString()).open(Optional.empty())).digest();
  }

  private static void assertRefused(String message, Path table) {
    ParityReadException refused = assertThrows(ParityReadException.class, () -> digest(table));
    assertTrue(refused.getMessage().contains(message), refused.toString());
  }

  private Path write(String name, String text) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
