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
    "elt, 2g, results",
    "etl --heap=900m, 900m, results",
    "elt --rows-target 5 --heap 1g --results-dir out, 1g, out",
    "elt --results-dir=a=b, 2g, a=b",
    "elt --no-such-option, 2g, results"
  })
  void heapAndFolderAreReadOff(String line, String heap, String folder) {
    assertEquals(
        Optional.of(new EarlyRun(heap, folder)), EarlyRun.of(List.of(line.split(" ")), Map.of()));
  }

  @Test
  void propertiesAreDefaultsAndMayNameTheCommand() {
    Map<String, String> properties =
        Map.of("pipeline", "elt", "heap", "1g", "results-dir", "there", "runner", "floor");

    assertEquals(
        Optional.of(new EarlyRun("700m", "there")),
        EarlyRun.of(List.of("--heap=700m"), properties));
    assertEquals(Optional.of(new EarlyRun("1g", "there")), EarlyRun.of(List.of(), properties));
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
