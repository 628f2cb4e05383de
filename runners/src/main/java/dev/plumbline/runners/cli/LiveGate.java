package dev.plumbline.runners.cli;

import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps continuous integration from loading other people's servers unless it was told to. */
final class LiveGate {
  private static final Set<String> OFF = Set.of("", "0", "false", "no");

  private LiveGate() {}

  /** Why the run must not happen, if it must not. */
  static Optional<String> refusal(Map<String, String> environment, ServiceRoot root) {
    String ci = environment.getOrDefault("CI", "").toLowerCase(Locale.ROOT);
    boolean allowed = "1".equals(environment.get("RUN_LIVE"));
    if (OFF.contains(ci) || allowed || root.isLoopback()) {
      return Optional.empty();
    }
    return Optional.of(
        "CI is set and " + root.url() + " is not this machine: set RUN_LIVE=1 to run against it");
  }
}
