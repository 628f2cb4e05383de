package dev.plumbline.transforms.engine.polars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker that hands back one file of three rows whatever it is asked for. */
class PolarsSinkTest {
  private static final ExportSchema SCHEMA =
      Tables.export(ColumnType.STRING, ColumnType.INT64, ColumnType.INT64);

  @TempDir Path directory;
  private WrittenTable table;
  private Path results;

  @BeforeEach
  void write() throws Exception {
    table =
        ParquetTables.write(
            directory.resolve("table"),
            SCHEMA,
            List.of(List.of("a", 1L, 1L), List.of("b", 2L, 1L), List.of("c", 3L, 1L)),
            1);
    results = Files.createDirectory(directory.resolve("results"));
  }

  @Test
  void aFileOfAsManyRowsAsTheWorkerSaysIsTaken() throws Exception {
    Findings found = join("fs.copyFileSync(files[0], into); say(id, { figures: { rows: '3' } });");

    assertEquals(List.of("relation.parquet"), left());
    assertEquals(3, found.files().get(0).rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fs.copyFileSync(files[0], into); say(id, { figures: { rows: '4' } })   \
          | the polars worker wrote 4 rows, but the file has 3
          fs.copyFileSync(files[0], into); say(id, { figures: {} })              | but not 'rows'
          fs.writeFileSync(into, 'PAR1'); say(id, { figures: { rows: '3' } })    | .relation.parquet.partial
          say(id, { figures: { rows: '3' } })                                    | .relation.parquet.partial
          fs.copyFileSync(files[0], into); say(id, { error: 'late' })            | late
          fs.copyFileSync(files[0], into); process.exit(1)                       | died with exit code 1
          """)
  void aFileThatIsNotAsTheWorkerSaysIsNotTaken(String deed, String said) throws Exception {
    TableException failed = assertThrows(TableException.class, () -> join(deed));

    assertTrue(
        failed.getMessage().startsWith("join into " + results.resolve("relation.parquet"))
            || said.startsWith("but not"),
        failed.getMessage());
    assertTrue(failed.getMessage().contains(said), failed.getMessage());
    assertEquals(List.of(), left());
  }

  private Findings join(String deed) throws Exception {
    Polars polars =
        WorkerScript.of(
            directory, 60, "ready(); asked(({ id, files, into }) => { %s; });".formatted(deed));
    ResultFiles result = new ResultFiles(results.toString(), "relation");
    return new PolarsEngine(polars).join(Roles.of(SCHEMA.table()), result).run(table);
  }

  private List<String> left() throws Exception {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
