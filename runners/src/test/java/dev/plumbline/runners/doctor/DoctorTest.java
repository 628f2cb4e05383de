package dev.plumbline.runners.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.report.PageText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  @Test
  void findsTheEngineAndTheRunners(@TempDir Path results) {
    List<Check> checks = Doctor.examine(results.resolve("not/yet"), false).checks();
    for (String what : List.of("JDK", "loopback sockets", "DuckDB", "Beam DirectRunner")) {
      assertTrue(
          checks.stream().anyMatch(check -> check.what().equals(what) && check.isOk()),
          checks::toString);
    }
  }

  @Test
  void lackSaysWhatItDisablesAndWhatMendsIt() {
    Doctor doctor =
        new Doctor(
            List.of(
                Check.ok("processors", "2"),
                Check.missing("DuckDB", "no driver", "every pipeline", "mvn install")));
    assertFalse(doctor.isHealthy());
    assertEquals(
        """

        ok       processors  2
        missing  DuckDB      no driver
                             disables: every pipeline
                             mend:     mvn install
        """,
        PageText.of(doctor.page()).replace(System.lineSeparator(), "\n"));
  }
}
