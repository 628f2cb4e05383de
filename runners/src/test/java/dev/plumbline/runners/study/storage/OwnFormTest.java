package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.transforms.artifact.ReplayTable;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.table.ArtifactException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of others that cannot be measured are refused by file before anything is written. */
class OwnFormTest {
  @TempDir Path directory;

  @Test
  void columnsThatArePathsGetOurNamesInBothForms() throws Exception {
    OwnForm own =
        of(
            "'a' AS \"Gene.symbol\", 1 AS \"Gene.organism.taxonId\"",
            "Gene.symbol,Gene.organism.taxonId\na,1\n");

    assertEquals("symbol,organism_taxonId\na,1\n", Files.readString(own.csv().get(0)));
    assertEquals(2, own.remarks().size());
  }

  @Test
  void aCsvWithoutHeaderIsRefused() throws Exception {
    assertRefused(
        "'a' AS symbol, 1 AS length",
        "a,1\nb,2\n",
        "rows.csv: its columns are [a, 1], those of the Parquet [symbol, length]");
  }

  @Test
  void aCsvWithOtherDelimitersIsRefused() throws Exception {
    assertRefused(
        "'a' AS symbol, 1 AS length",
        "symbol;length\na;1\n",
        "rows.csv: its columns are [symbol;length], those of the Parquet [symbol, length]");
  }

  @Test
  void decimalsAreRefused() throws Exception {
    assertRefused(
        "'a' AS symbol, 1.5::DECIMAL(9, 2) AS score",
        "symbol,score\na,1.5\n",
        "rows.parquet: column 'score' holds decimals, which we do not write as Parquet: expected any other type");
  }

  private void assertRefused(String select, String csv, String message) throws Exception {
    ArtifactException refused = assertThrows(ArtifactException.class, () -> of(select, csv));
    assertEquals("Cannot read " + directory.resolve(message), refused.getMessage());
    assertEquals(List.of(), Artifacts.names(directory.resolve("own")));
  }

  private OwnForm of(String select, String csv) throws Exception {
    Path parquet = directory.resolve("rows.parquet");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (SELECT %s) TO '%s'".formatted(select, parquet));
    }
    Path text = Files.writeString(directory.resolve("rows.csv"), csv);
    ReplayTable found = new ReplayTable(List.of(text), List.of(parquet), Set.of());
    return OwnForm.of(found, CsvNullPolicy.DISTINCT, directory.resolve("own"));
  }
}
