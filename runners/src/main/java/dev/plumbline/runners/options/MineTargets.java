package dev.plumbline.runners.options;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /**
   * Every target, and those of a file of the user's in the same form; one of the same name stands
   * in the place of ours.
   *
   * @param file the file; null if there is none
   * @throws UsageException if it cannot be read, or is of another form
   */
  public static List<MineTarget> with(@Nullable String file) {
    if (file == null) {
      return ALL;
    }
    Map<String, MineTarget> all = new LinkedHashMap<>();
    ALL.forEach(target -> all.put(key(target.name()), target));
    TargetsFile.read(file).forEach(target -> all.put(key(target.name()), target));
    return List.copyOf(all.values());
  }

  /** All names, comma separated. */
  public static String names() {
    return names(ALL);
  }

  private static String names(List<MineTarget> targets) {
    return targets.stream().map(MineTarget::name).collect(Collectors.joining(", "));
  }

  /**
   * The target of that name.
   *
   * @throws UsageException if there is none
   */
  public static MineTarget named(String name) {
    return named(name, ALL);
  }

  /**
   * The target of that name among these.
   *
   * @throws UsageException if there is none
   */
  public static MineTarget named(String name, List<MineTarget> targets) {
    return targets.stream()
        .filter(target -> key(target.name()).equals(key(name)))
        .findFirst()
        .orElseThrow(
            () -> UsageException.of("--benchmark-target", name, "one of " + names(targets)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
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
