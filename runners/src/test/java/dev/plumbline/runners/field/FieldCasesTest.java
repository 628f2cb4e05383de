package dev.plumbline.runners.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.scripted.ScriptedMine;
import dev.plumbline.runners.process.PlumblineRun;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small inputs from the field that {@code parity} and others once took wrongly. */
@Timeout(120)
class FieldCasesTest {
  private static final String GOOD = "k,v\na,1\nb,2\n";
  private static final String COLUMNS =
      """
      {"schema_version": "plumbline_schema_v1", "columns": [
        {"name": "k", "type": "string"}, {"name": "v", "type": "%s"}]}
      """;

  private static final String GENE_ROOT = "--query-root=Gene";
  private static final String GENE_VIEWS = "--query-views=primaryIdentifier,length";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Report of genes;k,v;a,1      | line 2: record 2: it has 2 fields, expected 1
          # by a tool;k,v;a,1          | line 2: record 2: it has 2 fields, expected 1
          ;k,v;a,1                     | line 2: record 2: it has 2 fields, expected 1
          k,v;r1,a,1                   | line 2: record 2: it has 3 fields, expected 2
          k,v;a,1,;b,2                 | line 2: record 2: it has 3 fields, expected 2
          k,v;a,1;;b,2                 | line 3: record 3: it has 1 field, expected 2
          k,v;a,1;b                    | line 3: record 3: it has 1 field, expected 2
          k,v; "a", "1"                | line 2: record 2: a quote stands in a field
          k,v;a,1;b,"2                 | line 3: record 3: a quote is opened and never closed
          ,v;0,1                       | line 1: column 1 has no name
          """)
  void aRecordThatTheDialectDoesNotAllowIsRefusedByLine(String lines, String said)
      throws Exception {
    String text = lines.replace(';', '\n') + (lines.endsWith("\"2") ? "" : "\n");

    assertRefused(parity(write("odd.csv", text), write("good.csv", GOOD)), "odd.csv", said);
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedByLine() throws Exception {
    Path latin1 = directory.resolve("latin1.csv");
    Files.write(latin1, "k,v\na,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Path utf16 = directory.resolve("utf16.csv");
    Files.write(utf16, "\uFEFFk,v\na,1\n".getBytes(StandardCharsets.UTF_16LE));
    Path good = write("good.csv", GOOD);

    assertRefused(parity(latin1, good), "latin1.csv", "line 2: bytes that are not UTF-8");
    assertRefused(parity(utf16, good), "utf16.csv", "line 1: bytes that are not UTF-8");
  }

  @Test
  void bothLineEndsAreTaken() throws Exception {
    PlumblineRun run =
        parity(write("mixed.csv", "k,v\r\na,1\nb,2\r\n"), write("good.csv", GOOD), "--key=k");

    assertEquals(0, run.exit(), run::err);
  }

  @ParameterizedTest
  @CsvSource({"csv", "jsonl"})
  void digitsBeyondADoubleAreNoInfinity(String form) throws Exception {
    boolean csv = form.equals("csv");
    Path huge = write("huge." + form, csv ? "k,v\na,1e400\n" : "{\"k\":\"a\",\"v\":1e400}\n");
    Path infinite =
        write("inf." + form, csv ? "k,v\na,Infinity\n" : "{\"k\":\"a\",\"v\":\"Infinity\"}\n");
    for (Path file : List.of(huge, infinite)) {
      write(file.getFileName() + ".schema.json", COLUMNS.formatted("double"));
    }

    assertRefused(parity(huge, infinite), "", "'v' holds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"k":"a","v":1.5},                          | it is no JSON at byte 18 of it
          [{"k":"a","v":1.5}]                         | it begins with no {
          {"k":"a","v":1.5} {"k":"b","v":2.5}         | it goes on behind its object
          {"k":"\\ud800","v":1.5}                     | key 'k' holds half of a surrogate pair
          {"k":"a","v":NaN}                           | it is no JSON at byte
          {"k":"a","v":-Infinity}                     | it is no JSON at byte
          {"k":"a","v":1.5,}                          | it is no JSON at byte
          {"k":"a","v":1.5,"w":0}                     | key 'w' is none of the columns
          {"k":"a"}                                   | it has no key 'v'
          """)
  void aLineThatIsNoJsonIsRefusedByItsNumber(String line, String said) throws Exception {
    write("schema.json", COLUMNS.formatted("double"));
    Path good = write("good.jsonl", "{\"k\":\"a\",\"v\":1.5}\n");
    Path odd = write("odd.jsonl", "{\"k\":\"z\",\"v\":1.5}\n" + line + "\n");

    assertRefused(parity(odd, good), "odd.jsonl", "line 2: " + said);
  }

  @Test
  void keysThatDifferInCaseOnlyAreTwoColumns() throws Exception {
    write(
        "schema.json",
        """
        {"schema_version": "plumbline_schema_v1", "columns": [
          {"name": "k", "type": "string"}, {"name": "K", "type": "string"}]}
        """);
    Path one = write("one.jsonl", "{\"k\":\"a\",\"K\":\"x\"}\n");
    Path two = write("two.jsonl", "{\"K\":\"y\",\"k\":\"a\"}\n");

    PlumblineRun run = parity(one, two, "--key=k");

    assertEquals(3, run.exit(), run::err);
    assertTrue(run.lastLine().get("message").asText().contains("K"), run::out);
  }

  @Test
  void anEnumWidensToText() throws Exception {
    PlumblineRun run =
        run(
            "parity",
            "duckdb:SELECT 'a' AS k, 'z'::ENUM('x','z') AS v",
            "duckdb:SELECT 'a' AS k, 'z' AS v");

    assertEquals(0, run.exit(), run::err);
  }

  @Test
  void daysAreMidnightsAndOffsetsAreConverted() throws Exception {
    write("times.csv.schema.json", COLUMNS.formatted("timestamp"));
    Path csv =
        write(
            "times.csv",
            "k,v\na,2026-01-02\nb,2026-01-02 03:04:05+09\nc,2026-01-02T03:04:05.5-0330\nd,2026-01-02 00:00Z\n");

    PlumblineRun run =
        run(
            "parity",
            csv.toString(),
            "duckdb:SELECT * FROM (VALUES ('a', TIMESTAMP '2026-01-02'),"
                + " ('b', TIMESTAMP '2026-01-01 18:04:05'),"
                + " ('c', TIMESTAMP '2026-01-02 06:34:05.5'),"
                + " ('d', TIMESTAMP '2026-01-02')) t(k, v)",
            "--key=k");

    assertEquals(0, run.exit(), run::err);
  }

  @Test
  void whatIsNoRegularFileIsRefusedAtOnce() throws Exception {
    Path pipe = directory.resolve("pipe.csv");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertRefused(parity(pipe, write("good.csv", GOOD)), "pipe.csv", "is no regular file");
  }

  @Test
  void aColumnWithACommaOrAnEqualsSignCanBeNamed() throws Exception {
    String text = "\"a,b\",\"p=q:r\"\n1,2\n3,4\n";
    Path left = write("left.csv", text);
    Path right = write("right.csv", text);

    PlumblineRun run =
        parity(
            left, right, "--key=\"a,b\"", "--contract=\"p=q:r\"=set:only the values are settled");

    assertEquals(0, run.exit(), run::err);
  }

  @Test
  void anOutputThatIsAnInputIsRefusedBeforeAnyWork() throws Exception {
    Path left = write("left.csv", GOOD);
    Path right = write("right.csv", GOOD);
    Path link = Files.createLink(directory.resolve("link.json"), right);

    for (Path out : List.of(right, link, directory.resolve("./right.csv"))) {
      PlumblineRun run = parity(left, right, "--json-out=" + out);
      assertEquals(64, run.exit(), run::err);
      assertTrue(run.err().contains("--json-out"), run::err);
    }
    for (String[] command :
        List.of(
            new String[] {"elt", "--mine-data=" + left, "--runner=floor", "--json-out=" + left},
            new String[] {
              "parity",
              left.toString(),
              "duckdb:SELECT * FROM '" + right + "'",
              "--json-out=" + right
            },
            new String[] {
              "storage",
              "--offline-replay-stage-io",
              "--csv-new-path=" + directory + "/*.csv",
              "--parquet-new-path=" + directory.resolve("p.parquet"),
              "--json-out=" + right
            })) {
      PlumblineRun refused = run(command);
      assertEquals(64, refused.exit(), refused::err);
      assertTrue(refused.err().contains("a file that is not read"), refused::err);
    }
    assertEquals(GOOD, Files.readString(left));
    assertEquals(GOOD, Files.readString(right));
  }

  /** Words that happen to name a folder are no inputs, and a former report may be replaced. */
  @Test
  void anOrdinaryOutputIsTaken() throws Exception {
    Path left = write("left.csv", GOOD);
    Path right = write("right.csv", GOOD);
    Path folder = Files.createDirectories(directory.resolve("results"));
    for (Path out : List.of(folder.resolve("x.json"), directory.resolve("new/x.json"))) {
      for (int again = 0; again < 2; again++) {
        PlumblineRun run = parity(left, right, "--key=k", "--json-out=" + out);
        assertEquals(0, run.exit(), run::err);
        assertTrue(Files.readString(out).contains("plumbline_parity"), out::toString);
      }
    }
    PlumblineRun command =
        run(
            "measure",
            "--arm=a=exec:ls " + directory,
            "--arm=b=exec:ls /",
            "--blocks=1",
            "--json-out=" + directory.resolve("m.json"));
    assertEquals(0, command.exit(), command::err);
  }

  @Test
  void anOutputInAFolderAtTheRootIsRefusedAndMakesNone() throws Exception {
    PlumblineRun run =
        parity(
            write("left.csv", GOOD),
            write("right.csv", GOOD),
            "--json-out=/plumbline-nonexistent/x.json");

    assertEquals(64, run.exit(), run::err);
    assertFalse(Files.exists(Path.of("/plumbline-nonexistent")));
  }

  @Test
  void rowsOfAnotherFileAreNeverReplayed() throws Exception {
    Path jan = Files.createDirectories(directory.resolve("jan")).resolve("genes.csv");
    Path feb = Files.createDirectories(directory.resolve("feb")).resolve("genes.csv");
    Files.writeString(jan, "primaryIdentifier,length\nA1,1\nA2,2\n");
    Files.writeString(feb, "primaryIdentifier,length\nB1,1\nB2,2\n");
    for (Path file : List.of(jan, feb)) {
      PlumblineRun kept = run("elt", "--mine-data=" + file, "--runner=floor");
      assertEquals(0, kept.exit(), kept::err);
    }
    PlumblineRun replayed = replay(jan, directory.resolve("jan.parquet"));
    assertEquals(0, replayed.exit(), replayed::err);
    PlumblineRun same = parity(jan, directory.resolve("jan.parquet"), "--key=primaryIdentifier");
    assertEquals(0, same.exit(), same::err);
    Files.writeString(jan, "primaryIdentifier,length\nA1,1\nA3,2\n"); // edited since
    PlumblineRun gone = replay(jan, directory.resolve("edited.parquet"));
    assertEquals(1, gone.exit(), gone::err);
    assertTrue(gone.err().contains("no row_stream of the file of SHA-256"), gone::err);
  }

  /** Both answer the same query, in turn, into one folder. */
  @Test
  void rowsOfAnotherMineAreNeverReplayed() throws Exception {
    try (ScriptedMine one = gene("A1");
        ScriptedMine two = gene("B1")) {
      for (ScriptedMine mine : List.of(one, two)) {
        PlumblineRun kept =
            run("elt", url(mine), GENE_ROOT, GENE_VIEWS, "--rows-target=1", "--runner=floor");
        assertEquals(0, kept.exit(), kept::err);
      }
      Path parquet = directory.resolve("one.parquet");
      PlumblineRun replayed = replay(parquet, url(one), GENE_ROOT, GENE_VIEWS, "--rows-target=1");
      assertEquals(0, replayed.exit(), replayed::err);
      PlumblineRun same =
          parity(write("one.csv", "primaryIdentifier,length\nA1,1\n"), parquet, "--key=length");
      assertEquals(0, same.exit(), same::err);
    }
  }

  private static ScriptedMine gene(String identifier) throws Exception {
    String model =
        """
        <model name="genomic" package="org.example">
          <class name="Gene" is-interface="true">
            <attribute name="primaryIdentifier" type="java.lang.String"/>
            <attribute name="length" type="java.lang.Integer"/>
          </class>
        </model>
        """;
    String row = "[\"%s\",1]".formatted(identifier);
    return ScriptedMine.builder().model(model).root("Gene").rows(List.of(row)).start();
  }

  private static String url(ScriptedMine mine) {
    return "--mine-url=" + mine.serviceRoot();
  }

  /** Written by three programs with Brotli, which DuckDB reads and our other reader does not. */
  @ParameterizedTest
  @CsvSource({"arrow", "duckdb", "polars"})
  void brotliIsReadOrRefusedInWords(String writer) throws Exception {
    PlumblineRun run = parity(stored(writer + "-brotli"), stored("zstd"), "--key=k");

    if (run.exit() != 0) {
      assertRefused(run, writer + "-brotli.parquet", "brotli");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no-columns, it has no columns",
    "fastparquet, has no repetition type",
    "empty-name, has no name"
  })
  void aParquetFileThatLacksWhatItNeedsIsRefusedByName(String name, String said) throws Exception {
    assertRefused(parity(stored(name), stored("good")), name + ".parquet", said);
  }

  private Path stored(String name) throws Exception {
    String file = name + ".parquet";
    try (InputStream in = FieldCasesTest.class.getResourceAsStream("parquet/" + file)) {
      Path copy = directory.resolve(file);
      Files.copy(Objects.requireNonNull(in, file), copy);
      return copy;
    }
  }

  private PlumblineRun replay(Path data, Path parquet) throws Exception {
    return replay(parquet, "--mine-data=" + data);
  }

  private PlumblineRun replay(Path parquet, String... source) throws Exception {
    List<String> all = new ArrayList<>(List.of("engines", "--offline-replay-stage-io"));
    all.addAll(List.of(source));
    all.addAll(
        List.of(
            "--parquet-new-path=" + parquet, "--engines=duckdb", "--heap=300m", "--repetitions=1"));
    return run(all.toArray(String[]::new));
  }

  private static void assertRefused(PlumblineRun run, String file, String said) throws Exception {
    assertEquals(1, run.exit(), run::err);
    String message = run.lastLine().get("message").asText();
    assertTrue(message.contains(file) && message.contains(said), message);
  }

  private PlumblineRun parity(Path left, Path right, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("parity", left.toString(), right.toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private PlumblineRun run(String... arguments) throws Exception {
    return PlumblineRun.inside(directory, List.of(arguments));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }
}
