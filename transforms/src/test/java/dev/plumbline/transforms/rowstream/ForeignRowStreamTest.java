package dev.plumbline.transforms.rowstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row streams of others: keys in any order, and without a schema types from the values. */
class ForeignRowStreamTest {
  @TempDir Path directory;

  @Test
  void keysMayComeInAnyOrder() throws Exception {
    Path file =
        file(
            """
            {"c5":"z","c4":"2001-02-03","c3":true,"c2":1,"c1":-5,"c0":"a"}
            { "c2" : "NaN" , "c0" : null , "c5" : "\\ud83c\\udf3e\\u00e4" , "c1" : 7 , "c4" : null , "c3" : null }\r
            {"c0":"","c1":null,"c2":-0,"c3":false,"c4":"-0044-03-15","c5":null}""");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(HardCells.SCHEMA));

    assertEquals(
        List.of(
            Arrays.asList("a", -5L, 1.0, true, LocalDate.of(2001, 2, 3), "z"),
            Arrays.asList(null, 7L, Double.NaN, null, null, "\uD83C\uDF3Eä"),
            Arrays.asList("", null, -0.0, false, LocalDate.of(-44, 3, 15), null)),
        StoredTables.rows(RowStream.open(List.of(file), 2)));
  }

  @Test
  void withoutASchemaTypesComeFromAllValues() throws Exception {
    Path file =
        file(
            """
            {"id":1,"ratio":1,"flag":null,"none":null}
            {"ratio":0.5,"id":9223372036854775807,"name":"x","flag":true,"none":null}
            {"id":null,"ratio":-3,"name":"2001-01-01"}
            """);

    RowStream stream = RowStream.open(List.of(file), 10);

    assertEquals(
        "id int64, ratio double, flag boolean, none string, name string",
        stream.schema().toString());
    assertEquals(
        List.of(
            Arrays.asList(1L, 1.0, null, null, null),
            Arrays.asList(Long.MAX_VALUE, 0.5, true, null, "x"),
            Arrays.asList(null, -3.0, null, null, "2001-01-01")),
        StoredTables.rows(stream));
  }

  @Test
  void aTypeIsHeldToAllFiles() throws Exception {
    Path one = file("{\"a\":1}\n");
    Path two = directory.resolve("two.jsonl");
    Files.writeString(two, "{\"a\":1.5}\n{\"b\":\"x\"}\n");

    RowStream stream = RowStream.open(List.of(one, two), 10);

    assertEquals("a double, b string", stream.schema().toString());
    assertEquals(
        List.of(Arrays.asList(1.0, null), Arrays.asList(1.5, null), Arrays.asList(null, "x")),
        StoredTables.rows(stream));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "true", "[]", "{}"})
  void valuesOfSeveralTypesAreRefusedByLine(String other) throws Exception {
    Path file = file("{\"a\":1}\n{\"a\":null}\n{\"a\":%s}\n".formatted(other));

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> RowStream.open(List.of(file), 10));

    assertTrue(refused.getMessage().contains(file + ", line 3: 'a' holds"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}\n{}\n"})
  void withoutValuesThereAreNoColumns(String lines) throws Exception {
    Path file = file(lines);

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> RowStream.open(List.of(file), 10));

    assertTrue(refused.getMessage().contains("no schema lies beside it"), refused.getMessage());
  }

  @Test
  void anIntegerBeyond64BitsIsRefusedByLine() throws Exception {
    Path file = file("{\"a\":1}\n{\"a\":9223372036854775808}\n");
    RowStream stream = RowStream.open(List.of(file), 10);

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> StoredTables.rows(stream));

    assertEquals(
        "Cannot read %s, line 2: 'a' holds an integer beyond 64 bits".formatted(file),
        refused.getMessage());
  }

  private Path file(String lines) throws IOException {
    return Files.writeString(directory.resolve("one.jsonl"), lines);
  }
}
