package dev.plumbline.runners.mine.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a mine misbehaves: faults, separated by semicolons, each {@code name(key=value, ...)}.
 *
 * @param text as given; empty for a mine that behaves
 * @param faults what it says
 * @param connections how many connections may be open at once; more are reset
 */
public record FaultSpec(String text, List<Struck> faults, int connections) {

  private static final String CONNECTIONS = "connections";

  /** Copies the list. */
  public FaultSpec {
    faults = List.copyOf(faults);
  }

  /** A fault and when it strikes. */
  record Struck(String name, Fault fault, When when) {}

  /** A mine that behaves. */
  public static FaultSpec none() {
    return parse("");
  }

  /** Whether the mine behaves. */
  public boolean isEmpty() {
    return faults.isEmpty() && connections == Integer.MAX_VALUE;
  }

  /** The first fault that answers other rows than were asked for, as a recording cannot. */
  public Optional<String> shiftsRows() {
    return faults.stream()
        .filter(struck -> struck.fault() instanceof Fault.OtherRows)
        .map(Struck::name)
        .findFirst();
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException saying what was found, and what is expected
   */
  public static FaultSpec parse(String text) {
    List<Struck> faults = new ArrayList<>();
    int connections = Integer.MAX_VALUE;
    for (String one : text.split(";", -1)) {
      if (one.isBlank()) {
        continue;
      }
      String name = one.strip().replaceFirst("\\(.*", "").strip();
      Arguments arguments = arguments(name, one.strip());
      if (name.equals(CONNECTIONS)) {
        checkKeys(name, arguments, Set.of("limit"));
        connections = Math.max(1, arguments.count("limit", 1));
      } else {
        faults.add(struck(name, arguments));
      }
    }
    return new FaultSpec(text.strip(), faults, connections);
  }

  private static Struck struck(String name, Arguments arguments) {
    FaultKind kind =
        Arrays.stream(FaultKind.values())
            .filter(k -> k.label().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("'" + name + "': expected one of " + names()));
    Set<String> keys = new TreeSet<>(kind.keyNames());
    keys.addAll(When.KEYS);
    checkKeys(name, arguments, keys);
    return new Struck(name, kind.make(arguments), When.of(arguments, kind.on()));
  }

  private static void checkKeys(String name, Arguments arguments, Set<String> known) {
    for (String key : arguments.keys()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "%s(%s=...): expected one of %s".formatted(name, key, String.join(", ", known)));
      }
    }
  }

  private static Arguments arguments(String name, String fault) {
    String rest = fault.substring(name.length()).strip();
    if (rest.isEmpty()) {
      return new Arguments(name, Map.of());
    }
    if (!rest.startsWith("(") || !rest.endsWith(")")) {
      throw new IllegalArgumentException("'" + fault + "': expected name(key=value, ...)");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : rest.substring(1, rest.length() - 1).split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 && !pair.isBlank()) {
        throw new IllegalArgumentException(
            "%s: found '%s', expected key=value".formatted(name, pair.strip()));
      }
      if (!pair.isBlank()) {
        values.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return new Arguments(name, values);
  }

  private static String names() {
    return Stream.concat(
            Arrays.stream(FaultKind.values()).map(FaultKind::label), Stream.of(CONNECTIONS))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Every fault, its keys and what happens, a line each. */
  public static List<FaultHelp> help() {
    List<FaultHelp> lines = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      lines.add(new FaultHelp(kind.label(), kind.keys(), kind.effect()));
    }
    lines.add(
        new FaultHelp(CONNECTIONS, "limit=1", "connections beyond so many at once are reset"));
    return lines;
  }
}
