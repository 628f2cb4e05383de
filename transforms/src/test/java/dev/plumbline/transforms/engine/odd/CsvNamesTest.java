package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.engine.ReadyEngine;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of CSV files are taken to the letter, too. */
@ParameterizedClass
@EnumSource(names = {"DUCKDB", "POLARS"})
class CsvNamesTest {
  @Parameter Engines engine;
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"x[a]b, xab", "s*, sab", "q?, qa"})
  void csvFilesMayHaveNamesLikePatterns(String name, String other) throws Exception {
    for (String folder : List.of(name, other)) {
      Files.createDirectories(directory.resolve(folder));
    }
    Path file = directory.resolve(name).resolve(name + ".csv");
    Files.writeString(file, "k,b\na,1\n");
    Files.writeString(directory.resolve(other).resolve(name + ".csv"), "k,b\nno,9\nno,9\n");
    Files.writeString(directory.resolve(name).resolve(other + ".csv"), "k,b\nno,9\nno,9\n");
    WrittenTable table =
        new WrittenTable(List.of(new WrittenFile(file.toString(), 1, Files.size(file))));
    TableSchema schema = Schemas.of("k string, b int64");
    StorageEngine storage = (StorageEngine) ReadyEngine.of(engine, 2);

    assertEquals(
        "{b.non_null=1, k.bytes=1, k.non_null=1}",
        storage.scan(schema, FileForm.CSV).run(table).figures().toString());
    assertEquals("{rows=1}", storage.load(schema, FileForm.CSV).run(table).figures().toString());
    assertThrows(
        TableException.class,
        () -> storage.load(schema, FileForm.CSV).run(new WrittenTable(List.of())));
  }
}
