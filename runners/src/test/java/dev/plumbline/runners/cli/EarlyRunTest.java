package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JVM of a run needs is read off the command line as its parser will read it. */
class EarlyRunTest {
  @ParameterizedTest
  @CsvSource({
    "elt, 2g, run-elt-direct-duckdb, results",
    "etl --heap=900m, 900m, run-etl-direct-polars, results",
    "elt --rows-target 5 --heap 1g --results-dir out, 1g, run-elt-direct-duckdb, out",
    "elt --results-dir=a=b --engine beam, 2g, run-elt-direct-beam, a=b",
    "etl --runner FlinkRunner --engines=duckdb, 2g, run-etl-flink-local-duckdb, results",
    "elt --no-such-option, 2g, run-elt-direct-duckdb, results"
  })
  void whatItsJvmNeedsIsReadOff(String line, String heap, String work, String folder) {
    assertEquals(
        Optional.of(new EarlyRun(heap, work, folder)),
        EarlyRun.of(List.of(line.split(" ")), Map.of()));
  }

  @Test
  void propertiesAreDefaultsAndMayNameTheCommand() {
    Map<String, String> properties =
        Map.of("pipeline", "elt", "heap", "1g", "results-dir", "there", "runner", "floor");

    assertEquals(
        Optional.of(new EarlyRun("700m", "run-elt-floor-duckdb", "there")),
        EarlyRun.of(List.of("--heap=700m"), properties));
    assertEquals(
        Optional.of(new EarlyRun("1g", "run-elt-floor-duckdb", "there")),
        EarlyRun.of(List.of(), properties));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "measure --arm a=",
        "elt --help",
        "etl -h",
        "--version",
        "elt --verbose",
        "elt --verbose=true",
        "elt @more",
        "doctor",
        "--rows-target 5"
      })
  void whereThereIsNoRunOrAnotherJvmNothingStartsEarly(String line) {
    assertEquals(Optional.empty(), EarlyRun.of(List.of(line.split(" ")), Map.of()));
  }

  @Test
  void aPropertyCanMakeItAnotherJvm() {
    assertEquals(Optional.empty(), EarlyRun.of(List.of("elt"), Map.of("verbose", "true")));
  }
}
