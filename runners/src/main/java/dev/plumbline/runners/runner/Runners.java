package dev.plumbline.runners.runner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every runner there is, in the order in which help and tables list them: the one list. */
public enum Runners {
  /** The same cores in a plain loop, without Beam. */
  FLOOR {
    @Override
    public Runner runner() {
      return new FloorRunner();
    }
  },
  /** Beam's DirectRunner. */
  DIRECT {
    @Override
    public Runner runner() {
      return new BeamDirect();
    }
  },
  /** Flink's MiniCluster in the run's own JVM. */
  FLINK_LOCAL {
    @Override
    public Runner runner() {
      return new FlinkLocal();
    }
  };

  /** What is particular to it. */
  public abstract Runner runner();

  /** The name used on the command line and in reports. */
  @JsonValue
  public String label() {
    return runner().label();
  }

  /** Starts it, with so many threads. */
  public RunnerSession open(int parallelism) {
    return runner().open(parallelism);
  }

  /** The runner of that name, or Beam's own, in any case; none if there is none. */
  public static Optional<Runners> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(listed -> listed.names().anyMatch(wanted::equals))
        .findFirst();
  }

  @JsonCreator
  private static Runners read(String name) {
    return of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "found runner '" + name + "', expected " + expected()));
  }

  private Stream<String> names() {
    Stream<String> beams = runner().beamName().map(name -> name.toLowerCase(Locale.ROOT)).stream();
    return Stream.concat(Stream.of(label()), beams);
  }

  /** All names, comma separated. */
  public static String labels() {
    return Arrays.stream(values()).map(Runners::label).collect(Collectors.joining(", "));
  }

  /** What is expected where another name was found. */
  public static String expected() {
    return "one of %s (%s are taken too)".formatted(labels(), beams());
  }

  /** What the help says. */
  public static String help() {
    List<String> each = Arrays.stream(values()).map(listed -> listed.runner().help()).toList();
    String most = String.join(", ", each.subList(0, each.size() - 1));
    return "%s or %s; %s are taken too.".formatted(most, each.get(each.size() - 1), beams());
  }

  private static String beams() {
    return Arrays.stream(values())
        .flatMap(listed -> listed.runner().beamName().stream())
        .collect(Collectors.joining(" and "));
  }
}
