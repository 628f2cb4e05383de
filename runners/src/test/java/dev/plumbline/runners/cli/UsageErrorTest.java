package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.WorkflowOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eltt | did you mean 'elt'?",
        "docter | did you mean 'doctor'?",
        "elt --rows-targt 5 | did you mean '--rows-target'?",
        "elt --RowsTarget=5 | did you mean '--rows-target'?",
        "elt --no-strict-parit | did you mean '--no-strict-parity'?",
        "elt surplus | unexpected argument 'surplus'",
        "elt --rows-target abc | 'abc'",
        "elt --rows-target 0 | --rows-target: found '0', expected 1 or more",
        "elt --rows-target -1 | found '-1'",
        "elt --page-size 0 | expected 1 to 100000: a page is held in memory",
        "elt --page-size 100001 | expected 1 to 100000: a page is held in memory",
        "elt --rows 5 | did you mean '--rows-target'?",
        "elt --target thalemine | did you mean '--benchmark-target'?",
        "elt --threads 2 | did you mean '--parallelism'?",
        "elt --max-retries 3 | did you mean '--tries'?",
        "elt --parallelism=-1 | --parallelism: found '-1', expected 1 to 256",
        "elt --rows-target abc | is no whole number",
        "elt --page-size 100001 | a page is held in memory whole",
        "elt --workers 65 | --workers: found '65', expected 1 to 64",
        "elt --workers many | expected a whole number or auto",
        "elt --retry-wait-seconds 61 | found '61.0', expected 0 to 60",
        "elt --retry-wait-seconds NaN | found 'NaN', expected 0 to 60",
        "elt --class-archive maybe | found 'maybe', expected auto or off",
        "elt --runner spark | one of floor, direct, flink-local",
        "elt --heap 2q | a JVM size such as 2g",
        "elt --heap 1m | at least 128m",
        "elt --heap 99999t | at most this machine's memory",
        "elt --duckdb-memory-limit lots | a size such as 1GB",
        "elt --benchmark-target nomine | one of local, legumemine",
        "elt --mine-url ftp://h/s | the scheme must be http or https",
        "elt --mine-url nonsense | the scheme must be http or https",
        "elt --mine-url http:///s | no valid host",
        "elt --mine-url http://h/s?token=abc | without '?' and '#'",
        "elt --query-root 9x | the name of a class",
        "elt --query-root Protein | needs --query-views",
        "elt --query-views symbol,Gene.symbol | each path once",
        "elt --query-views symbol,,name | a path such as",
        "elt --query-joins organism:LEFT | path:OUTER or path:INNER",
        "elt --engine spark | --engine: found 'spark', expected one of duckdb, polars, beam",
        "etl --engine spark | --engine: found 'spark', expected one of polars, beam, duckdb",
        "etl --rows-target 50001 | give --allow-large-etl",
        "etl --rows-target 50001 | found 50,001 rows, expected at most the 50,000",
        "etl --rows-target 2001 --etl-guardrail-rows 2000 | at most the 2,000 of --etl-guardrail-rows",
        "measure --pipeline etl --rows-target 2001 --etl-guardrail-rows 2000 --arm a= --arm b= | at most the 2,000",
        "etl --etl-guardrail-rows 0 | --etl-guardrail-rows: found '0', expected 1 or more",
        "measure --pipeline etl --rows-targets 60000 --arm a= --arm b= | give --allow-large-etl",
        "engines --engines duckdb,polars,duckdb | found 'duckdb,polars,duckdb', expected each engine once",
        "engines --engines duckdb,spark | found 'spark', expected some of duckdb, polars, beam",
        "engines --engines duckdb, | found '', expected some of duckdb, polars, beam",
        "engines --query-kinds simple,simple | found 'simple,simple', expected each kind once",
        "engines --query-kinds easy | found 'easy', expected simple, complex or asked",
        "engines --repetitions 0 | --repetitions: found '0', expected 1 to 1000",
        "engines --warm-iterations -1 | --warm-iterations: found '-1', expected 0 to 1000",
        "engines --fork-timeout-seconds 0 | --fork-timeout-seconds: found '0', expected 1 to 86400",
        "elt --targets-file nowhere.json | --targets-file: cannot read 'nowhere.json'",
        "storage --engines duckdb,duckdb | found 'duckdb,duckdb', expected each engine once",
        "storage --engines beam | found 'beam', expected some of duckdb, polars",
        "storage --csv-new-path a.csv | --csv-new-path: it needs --offline-replay-stage-io",
        "engines --parquet-new-path a.parquet | --parquet-new-path: it needs --offline-replay",
        "storage --offline-replay-stage-io | found no artifacts, expected --csv-old-path with",
        "storage --offline-replay-stage-io --csv-old-path a.csv | expected both or none",
        "storage --offline-replay-stage-io --csv-null-policy no | expected distinct or empty-is-null",
        "engines --offline-replay-stage-io --csv-null-policy no | expected distinct or empty-is-null",
        "engines --offline-replay-stage-io | found no Parquet, expected --parquet-compare-path",
        "engines --offline-replay-stage-io --parquet-new-path a --query-kinds simple | no kinds",
        "storage --matrix-file no-such.json --matrix a | NoSuchFileException: no-such.json",
        "mine --port 70000 | --port: found '70000', expected 0 to 65535",
        "mine --mine-rows 0 | --mine-rows: found '0'",
      })
  void wrongCommandLineIsNamedAndEndsWith64(String line, String message) {
    CliRun run = CliRun.of(line.split(" "));
    assertTrue(run.err().contains(message), run.err());
    assertEquals(64, run.exit());
    assertEquals(64, run.lastLine().get("exit_code").asInt());
    assertEquals("usage_error", run.lastLine().get("status").asText());
  }

  @Test
  void aMineOfTheUsersOwnFileIsAskedForByItsName(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("mine.json"),
            """
            [{"name": "my", "endpoint": "https://mine.example/service", "workers": 3,
              "query_root": "Gene", "query_views": ["symbol"]}]
            """);
    String targets = "--targets-file=" + file;

    WorkflowOptions options = CliRun.options(Map.of(), targets, "--benchmark-target=my");
    CliRun complex =
        CliRun.of("engines", targets, "--benchmark-target=my", "--query-kinds=complex");
    CliRun other = CliRun.of("elt", targets, "--benchmark-target=your");

    assertEquals("my", options.mine().target());
    assertEquals("https://mine.example/service", options.mine().serviceRoot());
    assertEquals(3, options.paging().workers());
    assertEquals(List.of("Gene.symbol"), options.query().views());
    assertEquals(64, complex.exit());
    assertTrue(complex.err().contains("that the target 'my' has views for"), complex.err());
    assertEquals(64, other.exit());
    assertTrue(other.err().contains("expected one of local, legumemine"), other.err());
    assertTrue(other.err().contains("wheatmine, my"), other.err());
  }

  @Test
  void passwordIsNeverRepeated() {
    CliRun run = CliRun.of("elt", "--mine-url", "http://user:hunter2@host/service");
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("http://***@host/service"), run.err());
    assertFalse((run.out() + run.err()).contains("hunter2"));
  }

  @Test
  void passwordInUnparsableUrlIsNeverRepeated() {
    CliRun run = CliRun.of("elt", "--mine-url", "http://user:hunt er2@ho st/service");
    assertEquals(64, run.exit());
    assertFalse((run.out() + run.err()).contains("er2"), run.err());
  }

  @Test
  void unknownPipelinePropertyIsSuggestedToo() {
    CliRun run = CliRun.with(Map.of(), Map.of("pipeline", "eltt"));
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("did you mean 'elt'?"), run.err());
  }

  @Test
  void noCommandAtAllSaysWhatThereIs() {
    CliRun run = CliRun.of();
    assertEquals(64, run.exit());
    assertTrue(
        run.err().contains("elt, etl, engines, storage, measure, parity, mine, clean, doctor"),
        run.err());
  }

  @Test
  void resultsFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("occupied"), "");
    CliRun run = CliRun.of("elt", "--results-dir", file.toString());
    assertEquals(64, run.exit());
    assertTrue(run.err().contains(file.toString()), run.err());
  }

  @Test
  void jsonOutThatIsFolderIsRefusedBeforeTheRun(@TempDir Path folder) {
    CliRun run = CliRun.of("elt", "--json-out", folder.toString());
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("a file, not a folder"), run.err());
  }

  @Test
  void folderOfRowStreamsThatCannotBeMadeIsNamedBeforeTheRun(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("occupied"), "");
    CliRun run = CliRun.of("etl", "--row-stream-artifact-dir", file.resolve("rows").toString());
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("--row-stream-artifact-dir: found '" + file), run.err());
  }

  @Test
  void propertyThatIsNearlyOptionDrawsOneWarning() {
    Map<String, String> properties =
        Map.of("rows-targt", "5", "java.heap", "1", "maven.port", "2", "skipTests", "true");
    CliRun run = CliRun.with(Map.of(), properties, "--version");
    assertEquals(0, run.exit());
    assertEquals(
        "plumbline: warning: -Drows-targt is not an option; did you mean -Drows-target?\n",
        run.err());
  }

  @Test
  void thePropertyThatNamesTheCommandIsNotMeasuresPipeline() {
    CliRun run = CliRun.with(Map.of(), Map.of("pipeline", "measure"), "--arm=exec:true");
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("--arm: found '1 arms', expected at least two"), run.err());
  }

  @Test
  void anArmIsReadByThePipelinesOwnParser() {
    CliRun run = CliRun.of("measure", "--arm=a=--runner flor", "--arm=b=");
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("found 'flor', expected one of floor, direct"), run.err());
  }
}
