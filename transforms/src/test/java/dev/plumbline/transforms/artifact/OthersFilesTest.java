package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvTable;
import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.table.DescribedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that DuckDB wrote of one table, with the headers of a mine's own export. */
class OthersFilesTest {
  private static final String TABLE =
      """
      SELECT * FROM (VALUES
        ('FBgn1', 7::BIGINT, 0.5::DOUBLE, true),
        ('', -1, 1e300, NULL),
        (NULL, NULL, NULL, false),
        ('say "ä", 🌾', 9223372036854775807, -0.25, true))
      AS t("Gene.primaryIdentifier", "Gene.length", "Gene.score", "Gene.flag")
      """;
  private static final List<List<Object>> ROWS =
      List.of(
          List.of("FBgn1", 7L, 0.5, true),
          Arrays.asList("", -1L, 1e300, null),
          Arrays.asList(null, null, null, false),
          List.of("say \"ä\", \uD83C\uDF3E", Long.MAX_VALUE, -0.25, true));

  @TempDir Path directory;

  @BeforeEach
  void writtenByDuckDb() throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      for (String form :
          List.of("csv (HEADER)", "jsonl (FORMAT json)", "parquet (FORMAT parquet)")) {
        String[] parts = form.split(" ", 2);
        statement.execute(
            "COPY (%s) TO '%s' %s".formatted(TABLE, directory.resolve("g." + parts[0]), parts[1]));
      }
    }
  }

  @Test
  void aRowStreamIsReadWithTypesOfItsOwn() throws Exception {
    RowStream stream = RowStream.open(found(ArtifactKind.ROW_STREAM), 3);

    assertEquals(
        "primaryIdentifier string, length int64, score double, flag boolean",
        stream.schema().toString());
    assertEquals("length", stream.names().renamed().get("Gene.length"));
    assertEquals(ROWS, StoredTables.rows(stream));
  }

  @Test
  void aCsvFileIsReadWithTheTypesOfTheParquetFile() throws Exception {
    TableSchema types =
        TableLocation.parse(found(ArtifactKind.PARQUET).get(0).toString())
            .open(Optional.empty())
            .schema();

    CsvTable table =
        CsvTable.open(found(ArtifactKind.CSV), Optional.of(types), CsvNullPolicy.DISTINCT, 3);

    assertEquals(List.of("primaryIdentifier", "length", "score", "flag"), table.schema().names());
    assertEquals(ROWS, StoredTables.rows(table));
  }

  @Test
  void whatIsMadeOfThemHoldsTheSameCells() throws Exception {
    RowStream stream = RowStream.open(found(ArtifactKind.ROW_STREAM), 3);
    Path made = directory.resolve("made/g.parquet");
    Files.createDirectories(made.getParent());
    new TableWriter(stream, DescribedSchema.of(stream.schema()), "a file")
        .write(ArtifactKind.PARQUET, made);

    String renamed =
        "duckdb:SELECT * FROM '%s' AS t(primaryIdentifier, length, score, flag)"
            .formatted(found(ArtifactKind.PARQUET).get(0));
    assertEquals(StoredTables.judged(renamed), StoredTables.judged(made));
  }

  private List<Path> found(ArtifactKind kind) throws Exception {
    return ArtifactPaths.find(kind, directory.toString()).require();
  }
}
