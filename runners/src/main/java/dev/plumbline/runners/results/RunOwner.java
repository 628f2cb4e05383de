package dev.plumbline.runners.results;

import dev.plumbline.runners.machine.ProcFile;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that a partial directory belongs to.
 *
 * @param pid its id
 * @param startedEpochMillis when it started, which tells it from a later process of the same id
 * @param host the machine or container it runs in
 */
record RunOwner(long pid, long startedEpochMillis, String host) {
  static final String FILE = "owner.json";

  /** The clock that start times are counted from may be set while a run goes on. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  /** A directory of another host, or without an owner, is given this long before it is swept. */
  private static final Duration UNKNOWN_GRACE = Duration.ofDays(1);

  static RunOwner current() {
    return new RunOwner(
        ProcessHandle.current().pid(), startOf(ProcessHandle.current()), thisHost());
  }

  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), Json.pretty(this));
  }

  /** True if no process is left that could still be writing into the directory. */
  static boolean isGone(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      RunOwner owner = Json.mapper().readValue(file.toFile(), RunOwner.class);
      if (owner.host.equals(thisHost())) {
        return !owner.lives();
      }
    }
    Instant touched = Files.getLastModifiedTime(directory).toInstant();
    return touched.isBefore(Instant.now().minus(UNKNOWN_GRACE));
  }

  boolean lives() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                Math.abs(startOf(process) - startedEpochMillis) <= CLOCK_TOLERANCE.toMillis())
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisHost() {
    return ProcFile.read("/proc/sys/kernel/hostname").map(ProcFile::first).orElse("");
  }
}
