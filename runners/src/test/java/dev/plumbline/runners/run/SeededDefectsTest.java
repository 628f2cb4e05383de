package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.Invariant;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.locate.CellKind;
import dev.plumbline.parity.locate.Difference;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.pipelines.report.RanPipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each defect, planted in the files of a real run, is caught by the detector named for it. */
class SeededDefectsTest {
  private static final String BEGIN = "<!-- generated: seeded defects -->\n";
  private static final String END = "<!-- end -->";

  @TempDir static Path directory;
  private static Path good;

  @BeforeAll
  static void runElt() throws Exception {
    try (FloorFixture fixture = new FloorFixture(directory)) {
      RanPipeline ran = fixture.run(fixture.spec(true));
      String files =
          ran.findings().tables().table().files().stream()
              .map(file -> "'" + file.path() + "'")
              .collect(Collectors.joining(", ", "[", "]"));
      good = directory.resolve("good.parquet");
      // a number for each row to plant by, a double and an empty string: what the export lacks
      copy(
          "SELECT *, row_number() OVER () AS n, CASE WHEN row_number() OVER () = 5 THEN 3.0 ELSE"
              + " length / 7.0 END AS score, '' AS empty FROM read_parquet("
              + files
              + ")",
          good);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isCaughtByTheDetectorNamedForIt(SeededDefect defect) throws Exception {
    Path planted = directory.resolve(defect.name() + ".parquet");
    copy("WITH good AS (SELECT * FROM '%s') %s".formatted(good, defect.query), planted);

    Comparison comparison = compare(planted);

    assertFalse(comparison.equivalent());
    List<String> failed =
        comparison.invariants().stream().filter(Invariant::mismatch).map(Invariant::name).toList();
    assertTrue(failed.containsAll(defect.detectors()), () -> failed.toString());
    String said = comparison.columns().summary() + said(comparison.difference());
    assertTrue(said.contains(defect.located), said);
  }

  @Test
  void nothingIsCaughtWhereNothingWasPlanted() throws Exception {
    Path copied = directory.resolve("copied.parquet");
    copy("SELECT * FROM '" + good + "' ORDER BY hash(n)", copied);

    assertTrue(compare(copied).exact(), () -> compare(copied).summary());
  }

  /** {@code -Dplumbline.write-docs=true} writes the table instead of holding the page to it. */
  @Test
  void thePageHoldsTheTableOfDefectsAndDetectors() throws Exception {
    Path page = Path.of(System.getProperty("plumbline.root"), "docs", "PARITY.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END, begin);
    if (Boolean.getBoolean("plumbline.write-docs")) {
      Files.writeString(page, text.substring(0, begin) + table() + text.substring(end));
      return;
    }
    assertEquals(table(), text.substring(begin, end));
  }

  private static String table() {
    return Arrays.stream(SeededDefect.values())
        .map(
            defect ->
                "| %s | %s | %s |\n"
                    .formatted(
                        defect.description,
                        defect.detectors().stream().collect(Collectors.joining("`, `", "`", "`")),
                        defect.located))
        .collect(
            Collectors.joining(
                "", "| planted | caught by | and located as |\n|---|---|---|\n", ""));
  }

  private static String said(Difference difference) {
    if (difference == null) {
      return "";
    }
    StringBuilder said = new StringBuilder(difference.summary());
    for (Map<CellKind, Long> kinds : difference.cells().values()) {
      kinds.forEach(
          (kind, count) -> said.append(", ").append(count).append(' ').append(kind.label()));
    }
    return said.toString();
  }

  private static Comparison compare(Path planted) {
    CompareSpec spec = CompareSpec.of(List.of("primaryIdentifier"), SampleSpec.defaults());
    return new TableComparator(spec)
        .compare(
            ParquetFiles.open("good", List.of(good)),
            ParquetFiles.open("planted", List.of(planted)));
  }

  private static void copy(String select, Path file) throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
    }
  }
}
