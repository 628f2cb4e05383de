package dev.plumbline.parity.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.compare.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that a reader could take for the same, or for something else, if it were lenient. */
class NotTheSameTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.23::DECIMAL(5, 2)| 1.234::DECIMAL(5, 3)",
        "0.1::FLOAT| 0.1::DOUBLE",
        "1::INTEGER| 1::BIGINT",
        "TIMESTAMP_MS '2026-01-01'| TIMESTAMP '2026-01-01'"
      })
  void partsOfOtherPhysicalTypesAreNoTable(String first, String second) throws Exception {
    DuckDbFiles.parquet(directory, "parts/1.parquet", "SELECT " + first + " AS x");
    DuckDbFiles.parquet(directory, "parts/2.parquet", "SELECT " + second + " AS x");

    assertRefused("has other columns than", directory.resolve("parts").toString());
  }

  @Test
  void partsThatOnlyOneOfWhichMayHoldNullsAreATable() throws Exception {
    write("parts/1.parquet", "required int64 x", row -> row.add("x", 1L));
    write("parts/2.parquet", "optional int64 x", row -> {});
    DuckDbFiles.parquet(directory, "parts/3.parquet", "SELECT 3::BIGINT AS x");

    Witness parts = Witness.of(open(directory.resolve("parts").toString()));

    assertEquals(3, parts.digest().rows());
    assertEquals(2, parts.digest().columns().get(0).nonNull());
    assertTrue(parts.reader().contains(" and "), "two writers: " + parts.reader());
  }

  @Test
  void columnsWhoseNamesDifferOnlyInCaseAreTwo() throws Exception {
    assertFalse(
        digest("duckdb:SELECT 1 AS x, 2 AS X").equals(digest("duckdb:SELECT 1 AS x, 3 AS X")));

    Path file =
        write(
            "case.parquet",
            "required int64 id; required int64 ID",
            row -> row.append("id", 1L).append("ID", 2L));
    assertEquals("id int64, ID int64", open(file.toString()).schema().toString());
    assertEquals(digest("duckdb:SELECT 1 AS id, 2 AS ID"), digest(file.toString()));
  }

  static Stream<Arguments> whatAnotherReaderWouldRound() {
    Binary wide = Binary.fromConstantByteArray(new byte[17]);
    Binary int96 = Binary.fromConstantByteArray(new byte[12]);
    Consumer<Group> addWide = row -> row.add("x", wide);
    Consumer<Group> addInt96 = row -> row.add("x", int96);
    Consumer<Group> addDate = row -> row.add("x", Integer.MAX_VALUE);
    Consumer<Group> addTime = row -> row.add("x", Long.MAX_VALUE);
    return Stream.of(
        Arguments.of("required fixed_len_byte_array(17) x (DECIMAL(40, 0))", addWide),
        Arguments.of("required int96 x", addInt96),
        Arguments.of("required int32 x (DATE)", addDate),
        Arguments.of("required int64 x (TIMESTAMP(MICROS, true))", addTime));
  }

  @ParameterizedTest
  @MethodSource
  void whatAnotherReaderWouldRound(String column, Consumer<Group> row) throws Exception {
    assertRefused("'x", write("odd.parquet", column, row).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int64| 1.4",
        "int64| 0x10",
        "int64| 1_000",
        "int64| ' 1'",
        "int64| 1e3",
        "int64| true",
        "double| 1_0.5",
        "double| 0x10",
        "double| 1.2.3",
        "boolean| 1",
        "boolean| yes",
        "date| 2020-01-01 12:34:56",
        "date| infinity",
        "date| 01/02/2020",
        "date| 2020-02-30",
        "timestamp| 2020-01-01 00:00:00.1234567",
        "timestamp| infinity",
        "timestamp| 2020-01-01 00:00:00+19",
        "timestamp| 2020-01-01+02",
        "decimal| abc",
        "decimal| 1e99999999999"
      })
  void textThatIsNoWholeValueIsRefusedByItsColumn(String type, String text) throws Exception {
    Files.writeString(
        directory.resolve("schema.json"),
        """
        {"schema_version": "plumbline_schema_v1", "columns": [
          {"name": "x", "type": "%s"}, {"name": "y", "type": "string"}]}
        """
            .formatted(type));
    Path csv = Files.writeString(directory.resolve("rows.csv"), "x,y\n" + text + ",a\n");
    assertRefused("rows.csv", csv.toString());
    Path stream = directory.resolve("rows.jsonl");
    Files.writeString(stream, "{\"x\":\"%s\",\"y\":\"a\"}\n".formatted(text));
    assertRefused("rows.jsonl", stream.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int64| true",
        "int64| 1.5",
        "int64| 18446744073709551615",
        "string| 5",
        "boolean| 1",
        "decimal| 0.10000000000000000001",
        "date| 20200101",
        "double| true"
      })
  void jsonOfAnotherKindIsRefusedByItsColumn(String type, String value) throws Exception {
    Files.writeString(
        directory.resolve("schema.json"),
        """
        {"schema_version": "plumbline_schema_v1", "columns": [{"name": "x", "type": "%s"}]}
        """
            .formatted(type));
    Path stream = directory.resolve("rows.jsonl");
    Files.writeString(stream, "{\"x\":%s}\n".formatted(value));

    assertRefused("column 'x' holds what is no " + type, stream.toString());
  }

  @Test
  void aNestedValueIsRefusedByItsLineAndKey() throws Exception {
    Files.writeString(
        directory.resolve("schema.json"),
        """
        {"schema_version": "plumbline_schema_v1", "columns": [{"name": "x", "type": "string"}]}
        """);
    Path stream = Files.writeString(directory.resolve("rows.jsonl"), "{\"x\":{\"a\":1}}\n");

    assertRefused("line 1: key 'x' holds an object", stream.toString());
  }

  @Test
  void aFolderWithinAFolderIsNotPassedOver() throws Exception {
    DuckDbFiles.parquet(directory, "parts/1.parquet", "SELECT 1 AS x");
    DuckDbFiles.parquet(directory, "parts/more/2.parquet", "SELECT 2 AS x");

    assertRefused("holds the folder 'more'", directory.resolve("parts").toString());
  }

  @Test
  void csvOfOtherColumnsThanTheOtherSideIsReadAsItIs() throws Exception {
    Path parquet = DuckDbFiles.parquet(directory, "a.parquet", "SELECT 1::BIGINT AS k, 'a' AS n");
    Path csv = Files.writeString(directory.resolve("a.csv"), "n,k,more\na,1,x\n");

    TablePair pair =
        TablePair.open(
            TableLocation.parse(parquet.toString()), TableLocation.parse(csv.toString()));

    assertEquals("n string, k int64, more string", pair.right().schema().toString());
  }

  private static ReadableTable open(String location) {
    return TableLocation.parse(location).open(Optional.empty());
  }

  private static Object digest(String location) {
    return Witness.of(open(location)).digest();
  }

  private static void assertRefused(String message, String location) {
    ParityReadException refused = assertThrows(ParityReadException.class, () -> digest(location));
    assertTrue(refused.getMessage().contains(message), refused.toString());
  }

  /** A file of one row, written by parquet-java. */
  private Path write(String name, String fields, Consumer<Group> row) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    MessageType schema = MessageTypeParser.parseMessageType("message m { " + fields + "; }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      SimpleGroup group = new SimpleGroup(schema);
      row.accept(group);
      writer.write(group);
    }
    return file;
  }
}
