package dev.plumbline.runners.options;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The mines of {@code targets.json}, beside this class: adding a mine is adding data. */
public final class MineTargets {
  /** The embedded mine, which is the default. */
  public static final String LOCAL = "local";

  /** What a run against {@code --mine-url} alone is called. */
  public static final String CUSTOM = "custom";

  /** Connections for a remote mine that we do not know. */
  public static final int OTHER_WORKERS = 16;

  private static final List<MineTarget> ALL = read();

  private MineTargets() {}

  /** Every target, in the order of the file. */
  public static List<MineTarget> all() {
    return ALL;
  }

  /** All names, comma separated. */
  public static String names() {
    return ALL.stream().map(MineTarget::name).collect(Collectors.joining(", "));
  }

  /**
   * The target of that name.
   *
   * @throws UsageException if there is none
   */
  public static MineTarget named(String name) {
    return ALL.stream()
        .filter(target -> target.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> UsageException.of("--benchmark-target", name, "one of " + names()));
  }

  private static List<MineTarget> read() {
    try (InputStream in =
        Objects.requireNonNull(MineTargets.class.getResourceAsStream("targets.json"))) {
      return List.copyOf(Json.mapper().readValue(in, new TypeReference<List<MineTarget>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in targets.json", e);
    }
  }
}
