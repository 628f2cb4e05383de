package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import dev.plumbline.runners.study.engines.ReadyEngine;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code storage} over artifacts that the project did not write: the pair {@code compare} is
 * DuckDB's, with the headers of a mine's own export, narrow integers and times; the pair {@code
 * new} is a Parquet file of Polars with DuckDB's CSV of it. Both engines write, load and scan them.
 */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
class OthersArtifactsTest {
  /** What the rows of the mine become in DuckDB's files; %s is the file that holds them. */
  private static final String DUCK_DB =
      """
      SELECT primaryIdentifier AS "Gene.primaryIdentifier", secondaryIdentifier AS "Gene.secondaryIdentifier",
        symbol AS "Gene.symbol", name AS "Gene.name", briefDescription AS "Gene.briefDescription",
        organism_name AS "Gene.organism.name", organism_taxonId::UINTEGER AS "Gene.organism.taxonId",
        TIMESTAMP '1969-12-31 23:59:59.999999' + to_microseconds(n * 86399999999) AS "Gene.seen",
        DATE '1582-10-15' + n::INTEGER AS "Gene.born", (n - 7)::TINYINT AS "Gene.rank",
        CASE WHEN n %% 3 = 0 THEN NULL ELSE n / 7 END AS "Gene.score", n %% 2 = 0 AS "Gene.known"
      FROM (SELECT *, file_row_number %% 90 AS n FROM read_parquet('%s', file_row_number = true))
      """;

  @TempDir static Path directory;
  private static Path duckDbs;
  private static Path polars;
  private static String source;
  private static JsonNode report;

  @BeforeAll
  static void replay(OnlineRun online) throws Exception {
    WrittenTable exported = table(online.artifacts("compare").resolve("parquet"));
    source = DUCK_DB.formatted(exported.files().get(0).path());
    duckDbs = Files.createDirectories(directory.resolve("duckdb"));
    polars = transformedBy(Engines.POLARS, exported);
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (%s) TO '%s/g.csv' (HEADER)".formatted(source, duckDbs));
      statement.execute("COPY (%s) TO '%s/g.parquet'".formatted(source, duckDbs));
      statement.execute("COPY (FROM '%s') TO '%s/p.csv' (HEADER)".formatted(polars, directory));
    }
    Path json = directory.resolve("storage.json");
    PlumblineRun run =
        StorageProcess.run(
            directory,
            "storage",
            List.of(
                "--offline-replay-stage-io",
                "--runner=floor",
                "--csv-old-path=" + duckDbs,
                "--parquet-compare-path=" + duckDbs,
                "--csv-new-path=" + directory.resolve("p.csv"),
                "--parquet-new-path=" + polars,
                "--json-out=" + json));
    assertEquals(0, run.exit(), run::err);
    report = Json.mapper().readTree(json.toFile());
    assertEquals(List.of(), ReportSchema.storageErrors(report.toString()));
  }

  /** The relation that an engine's join writes. */
  private static Path transformedBy(Engines engine, WrittenTable exported) throws Exception {
    Path folder = Files.createDirectories(directory.resolve("by " + engine.label()));
    Roles roles = Roles.of(ParquetFiles.open("exported", OnlinePair.paths(exported)).schema());
    ResultFiles result = new ResultFiles(folder.toString(), "relation");
    ReadyEngine.of(engine).join(roles, result).run(exported);
    return result.whole();
  }

  private static WrittenTable table(Path folder) throws Exception {
    List<String> names = Artifacts.names(folder);
    return new WrittenTable(
        names.stream().map(name -> ParquetFooter.read(folder.resolve(name).toString())).toList());
  }

  @Test
  void theFilesAreAsOthersWriteThem() throws Exception {
    String parquet = "FROM parquet_metadata('%s') WHERE path_in_schema LIKE ";
    String duckDb = duckDbs.resolve("g.parquet").toString();
    assertEquals(
        "Gene.primaryIdentifier,", Files.readString(duckDbs.resolve("g.csv")).substring(0, 23));
    assertEquals(
        "true",
        asked(
            "SELECT bool_and(encodings LIKE '%%DICTIONARY%%') " + parquet + "'%%organism.name'",
            duckDb));
    assertTrue(
        asked("SELECT string_agg(converted_type, ' ') FROM parquet_schema('%s')", duckDb)
            .contains("UINT_32 TIMESTAMP_MICROS DATE INT_8"),
        duckDb);
    String writer = asked("SELECT created_by FROM parquet_file_metadata('%s')", polars.toString());
    assertTrue(writer.startsWith("Polars"), writer);
  }

  @Test
  void cellsOfDuckDbsFilesAreThoseOfTheExport(OnlineRun online) {
    JsonNode ours = columns(online.report(), "compare");
    JsonNode theirs = columns(report, "compare");
    ours.fieldNames()
        .forEachRemaining(
            name -> assertEquals(ours.get(name), theirs.get(name), name + " of " + theirs));
    assertEquals(ours.size() + 5, theirs.size(), theirs::toString);
  }

  /** Of the query itself, which no file and no reader of files has touched. */
  @Test
  void allCellsOfDuckDbsFilesAreThoseOfItsQuery() throws Exception {
    Reading reading = reading(TableLocation.parse("duckdb:" + source));
    assertEquals(
        reading.witness().digest().content().hex(),
        report.at("/sizes/compare/content_hash").asText());
  }

  @Test
  void aRelationOfPolarsIsThatOfDuckDb(OnlineRun online) throws Exception {
    Path duckDb =
        transformedBy(Engines.DUCKDB, table(online.artifacts("compare").resolve("parquet")));
    assertEquals(
        reading(TableLocation.parse(duckDb.toString())).witness().digest().content().hex(),
        report.at("/sizes/new/content_hash").asText());
  }

  @Test
  void whatWasWrittenAgainIsTold() {
    String again =
        "csv: written again in our dialect, typed by the Parquet, an empty field being distinct";
    List<String> remarks = remarks("compare");
    assertEquals(2, remarks.size(), remarks::toString);
    assertTrue(remarks.get(0).startsWith("parquet: written again with columns renamed: {"));
    assertTrue(
        remarks.get(0).contains("Gene.organism.taxonId=organism_taxonId"), remarks::toString);
    assertTrue(remarks.get(1).startsWith(again + ", columns renamed: {"), remarks::toString);
    assertEquals(List.of(again), remarks("new"));
  }

  private static List<String> remarks(String pair) {
    List<String> remarks = new ArrayList<>();
    report.at("/sizes/" + pair + "/remarks").forEach(remark -> remarks.add(remark.asText()));
    return remarks;
  }

  private static JsonNode columns(JsonNode of, String pair) {
    return of.at("/parity/" + pair + "/relation/invariants/content_hash/columns");
  }

  private static Reading reading(TableLocation location) {
    return Reading.of(
        location.open(Optional.empty()), CompareSpec.of(List.of(), SampleSpec.defaults()));
  }

  private static String asked(String query, String file) throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(file))) {
      rows.next();
      return rows.getString(1);
    }
  }
}
