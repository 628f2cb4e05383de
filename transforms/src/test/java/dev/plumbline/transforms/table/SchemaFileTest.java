package dev.plumbline.transforms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFileTest {
  private static final DescribedSchema GENES =
      DescribedSchema.of(
          new ExportSchema(
              List.of(
                  new ViewColumn(
                      "Gene.primaryIdentifier",
                      "java.lang.String",
                      new Column("primaryIdentifier", ColumnType.STRING)),
                  new ViewColumn(
                      "Gene.length",
                      "java.lang.Integer",
                      new Column("length", ColumnType.INT64)))));

  @TempDir Path directory;

  @Test
  void hasThisForm() throws Exception {
    SchemaFile.write(SchemaFile.in(directory), GENES);

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
    SchemaFile.write(SchemaFile.in(directory), GENES);
    String first = Files.readString(directory.resolve("schema.json"));
    SchemaFile.write(
        SchemaFile.in(directory),
        DescribedSchema.of(Tables.export(ColumnType.DATE, ColumnType.BOOLEAN)));
    SchemaFile.write(SchemaFile.in(directory), GENES);

    assertEquals(first, Files.readString(directory.resolve("schema.json")));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(directory.resolve("schema.json")), files.toList());
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsAWriteExceptionThatNamesTheFile() {
    Path missing = directory.resolve("missing");

    WriteException failed =
        assertThrows(WriteException.class, () -> SchemaFile.write(SchemaFile.in(missing), GENES));

    assertTrue(
        failed.getMessage().contains(missing.resolve("schema.json").toString()),
        failed.getMessage());
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    SchemaFile.write(SchemaFile.in(directory), GENES);

    assertEquals(GENES, SchemaFile.read(SchemaFile.in(directory)));
  }

  @Test
  void aTableOfWhichNoMoreIsKnownHasNamesAndTypes() throws Exception {
    DescribedSchema plain = DescribedSchema.of(GENES.table());
    Path file = SchemaFile.beside(directory.resolve("rows.jsonl"));
    SchemaFile.write(file, plain);

    assertEquals(
        "{\"schema_version\":\"plumbline_schema_v1\",\"columns\":["
            + "{\"name\":\"primaryIdentifier\",\"type\":\"string\"},"
            + "{\"name\":\"length\",\"type\":\"int64\"}]}",
        Files.readString(directory.resolve("rows.jsonl.schema.json")));
    assertEquals(plain, SchemaFile.read(file));
  }

  @Test
  void aFilesOwnSchemaComesBeforeTheOneOfItsDirectory() throws Exception {
    Path csv = directory.resolve("rows.csv");
    assertEquals(Optional.empty(), SchemaFile.of(csv));
    SchemaFile.write(SchemaFile.in(directory), GENES);
    assertEquals(Optional.of(GENES), SchemaFile.of(csv));
    DescribedSchema other =
        DescribedSchema.of(Tables.export(ColumnType.DATE, ColumnType.BOOLEAN).table());
    SchemaFile.write(SchemaFile.beside(csv), other);

    assertEquals(Optional.of(other), SchemaFile.of(csv));
    assertEquals(Optional.of(GENES), SchemaFile.of(directory.resolve("others.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing|it is no JSON",
        "[]|it is no JSON object",
        "{'schema_version':'plumbline_schema_v1','columns':[]} {}|it goes on behind its end",
        "{'schema_version':'plumbline_schema_v1','columns':[|it is no JSON",
        "{'columns':[]}|'schema_version' is missing, expected a string",
        "{'schema_version':'v2','columns':[]}|its schema_version is 'v2', expected",
        "{'schema_version':'plumbline_schema_v1'}|'columns' is missing, expected an array",
        "{'schema_version':'plumbline_schema_v1','columns':7}|'columns' is something else, expected an array",
        "{'schema_version':'plumbline_schema_v1','columns':[1]}|'columns' holds what is no object",
        "{'schema_version':'plumbline_schema_v1','columns':[]}|at least one column",
        "{'schema_version':'plumbline_schema_v1','columns':[{'name':'a','type':'text'}]}|no type 'text'",
        "{'schema_version':'plumbline_schema_v1','columns':[{'type':'string'}]}|'name' is missing",
        "{'schema_version':'plumbline_schema_v1','columns':[{'name':' ','type':'string'}]}|blank",
      })
  void refusesWhatIsNoSchemaAndNamesTheFile(String json, String expected) throws Exception {
    Path file = directory.resolve("bad.schema.json");
    Files.writeString(file, json.replace('\'', '"'));

    ArtifactException refused = assertThrows(ArtifactException.class, () -> SchemaFile.read(file));

    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
  }
}
