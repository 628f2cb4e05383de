package dev.plumbline.runners.measure;

import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.machine.EnvironmentManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the control workload took on this machine so far, a line of the history for each
 * measurement: what it is like when it is quiet.
 *
 * @param file the history
 * @param fingerprint this machine's
 * @param build this program's
 */
record ControlHistory(HistoryFile file, String fingerprint, String build) {
  private static final Logger log = LoggerFactory.getLogger(ControlHistory.class);
  private static final String SCENARIO = "control";
  private static final String METRIC = "control_seconds";

  static ControlHistory in(Path results, EnvironmentManifest environment) {
    return new ControlHistory(
        new HistoryFile(results.resolve(HistoryFile.NAME)),
        environment.fingerprint(),
        environment.build());
  }

  /** The least seconds it ever took; empty if that is not known. */
  OptionalDouble best() throws IOException {
    return file.read().lines().stream()
        .filter(line -> line.metric().equals(METRIC) && line.fingerprint().equals(fingerprint))
        .filter(line -> line.figures() != null)
        .mapToDouble(line -> line.figures().min())
        .min();
  }

  /** Adds what it took; a history that cannot be written is no reason to fail. */
  void keep(OptionalDouble leastSeconds, String runId) {
    if (leastSeconds.isEmpty()) {
      return;
    }
    double least = leastSeconds.getAsDouble();
    HistoryLine line =
        new HistoryLine(
            HistoryLine.VERSION,
            Instant.now().toString(),
            runId,
            SCENARIO,
            "machine",
            0,
            "warm",
            METRIC,
            "s",
            HistoryLine.VALID,
            null,
            new HistoryLine.Figures(1, least, least, 0, least, least),
            digest(),
            fingerprint,
            build);
    try {
      file.append(List.of(line));
    } catch (IOException e) {
      log.warn("{} has no line of the control workload: {}", file.file(), e.getMessage());
    }
  }

  /** The workload takes in nothing but its own constants. */
  private static String digest() {
    return Sha256.of("control workload, version 1");
  }
}
