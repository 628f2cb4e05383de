package dev.plumbline.runners.options;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What carries a pipeline: no runner at all, Beam's DirectRunner, or Flink in this process. */
public enum RunnerKind {
  /** The same cores in a plain loop, without Beam. */
  FLOOR("floor", "floor"),
  /** Beam's DirectRunner. */
  DIRECT("direct", "directrunner"),
  /** Flink's MiniCluster in the run's own JVM. */
  FLINK_LOCAL("flink-local", "flinkrunner");

  private final String label;
  private final String beamName;

  RunnerKind(String label, String beamName) {
    this.label = label;
    this.beamName = beamName;
  }

  /** The name used on the command line and in reports. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The runner of that name; Beam's own names are taken too, in any case.
   *
   * @throws UsageException if there is none
   */
  @JsonCreator
  public static RunnerKind of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(wanted) || kind.beamName.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                UsageException.of(
                    "--runner",
                    name,
                    "one of " + labels() + " (DirectRunner and FlinkRunner are taken too)"));
  }

  /** All labels, comma separated. */
  public static String labels() {
    return Arrays.stream(values()).map(RunnerKind::label).collect(Collectors.joining(", "));
  }
}
