package dev.plumbline.runners.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether anybody is looking. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** True if standard error is a terminal that can redraw a line. */
  static boolean onStandardError(Map<String, String> environment) {
    if ("dumb".equals(environment.get("TERM")) || environment.containsKey("CI")) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) { // Not Linux: no bar is the safe guess.
      return false;
    }
  }
}
