package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.WriteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSchemaFileTest {
  private static final ExportSchema GENES =
      new ExportSchema(
          List.of(
              new ViewColumn(
                  "Gene.primaryIdentifier",
                  "java.lang.String",
                  new Column("primaryIdentifier", ColumnType.STRING)),
              new ViewColumn(
                  "Gene.length", "java.lang.Integer", new Column("length", ColumnType.INT64))));

  @TempDir Path directory;

  @Test
  void hasThisForm() throws Exception {
    CsvSchemaFile.write(directory, GENES);

    assertEquals(
        "{\"schema_version\":\"plumbline_schema_v1\",\"columns\":["
            + "{\"name\":\"primaryIdentifier\",\"type\":\"string\","
            + "\"view\":\"Gene.primaryIdentifier\",\"mine_type\":\"java.lang.String\"},"
            + "{\"name\":\"length\",\"type\":\"int64\","
            + "\"view\":\"Gene.length\",\"mine_type\":\"java.lang.Integer\"}]}",
        Files.readString(directory.resolve("schema.json")));
  }

  @Test
  void replacesTheOneThatIsThereAndLeavesNothingElse() throws Exception {
    CsvSchemaFile.write(directory, GENES);
    String first = Files.readString(directory.resolve("schema.json"));
    CsvSchemaFile.write(directory, Tables.export(ColumnType.DATE, ColumnType.BOOLEAN));
    CsvSchemaFile.write(directory, GENES);

    assertEquals(first, Files.readString(directory.resolve("schema.json")));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(directory.resolve("schema.json")), files.toList());
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsAWriteExceptionThatNamesTheFile() {
    Path missing = directory.resolve("missing");

    WriteException failed =
        assertThrows(WriteException.class, () -> CsvSchemaFile.write(missing, GENES));

    assertTrue(
        failed.getMessage().contains(missing.resolve("schema.json").toString()),
        failed.getMessage());
  }
}
