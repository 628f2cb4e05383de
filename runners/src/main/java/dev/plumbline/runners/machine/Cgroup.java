package dev.plumbline.runners.machine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The control group of this process, version 1 or 2; a limit may stand at any level above it.
 *
 * @param root where the hierarchies are mounted
 * @param membership the file that says which groups this process is in
 */
record Cgroup(Path root, Optional<ProcFile> membership) {
  /** Version 1 says "no limit" with a number near the largest one. */
  private static final long UNLIMITED = 1L << 60;

  static Cgroup ofThisProcess() {
    return new Cgroup(Path.of("/sys/fs/cgroup"), ProcFile.read("/proc/self/cgroup"));
  }

  /** The least memory limit in bytes; empty if none is set. */
  OptionalLong memoryLimitBytes() {
    return Stream.concat(
            values("", folder -> first(folder.resolve("memory.max"))),
            values("memory", folder -> first(folder.resolve("memory.limit_in_bytes"))))
        .filter(text -> text.matches("\\d{1,19}"))
        .mapToLong(Long::parseLong)
        .filter(bytes -> bytes < UNLIMITED)
        .min();
  }

  /** The least limit in processors, such as 1.5; empty if none is set. */
  OptionalDouble cpuLimit() {
    return Stream.concat(
            values("", folder -> first(folder.resolve("cpu.max"))),
            values("cpu", Cgroup::quotaAndPeriod))
        .map(text -> text.split(" ", -1))
        .filter(words -> words.length == 2 && words[0].matches("\\d+") && words[1].matches("\\d+"))
        .mapToDouble(words -> Double.parseDouble(words[0]) / Double.parseDouble(words[1]))
        .min();
  }

  private static String quotaAndPeriod(Path folder) {
    String quota = first(folder.resolve("cpu.cfs_quota_us"));
    return quota + " " + first(folder.resolve("cpu.cfs_period_us"));
  }

  /** One value for each level from this process's group up to the root; none if not mounted. */
  private Stream<String> values(String controller, Function<Path, String> value) {
    Path mounted = controller.isEmpty() ? root : root.resolve(controller);
    return group(controller).stream()
        .flatMap(
            group ->
                Stream.iterate(
                    mounted.resolve(group),
                    path -> path != null && path.startsWith(mounted),
                    Path::getParent))
        .map(value);
  }

  /** The group's path without its first slash; lines are {@code id:controllers:path}. */
  private Optional<String> group(String controller) {
    return membership.stream()
        .flatMap(file -> file.lines().stream())
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && names(parts[1], controller))
        .map(parts -> parts[2].substring(1))
        .findFirst();
  }

  private static boolean names(String controllers, String controller) {
    return ("," + controllers + ",").contains("," + controller + ",");
  }

  private static String first(Path file) {
    return ProcFile.read(file.toString()).map(ProcFile::first).orElse("");
  }
}
