package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Node and its package manager.
 *
 * @param node the program, by its path or to be found on the {@code PATH}
 * @param npm likewise
 */
record NodeTools(String node, String npm) {
  /** The oldest version of Node that Polars takes. */
  static final int OLDEST_NODE = 20;

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.\\d+\\.\\d+.*");

  /** Those on the {@code PATH}. */
  static final NodeTools ON_PATH = new NodeTools("node", "npm");

  /** Whether both are there, and Node is young enough. */
  void check(Path directory) throws EngineUnavailable {
    checkNode(directory);
    version("npm", npm, directory);
  }

  /** Whether Node is there and young enough; its answer is logged in the directory. */
  void checkNode(Path directory) throws EngineUnavailable {
    String found = version("Node", node, directory);
    Matcher version = VERSION.matcher(found);
    if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST_NODE) {
      throw new EngineUnavailable(
          "Polars needs Node %d or later, but '%s' says it is %s. Mend it with: nvm install %d"
              .formatted(OLDEST_NODE, node, found, OLDEST_NODE),
          null);
    }
  }

  private static String version(String what, String program, Path directory)
      throws EngineUnavailable {
    try {
      ToolRun run =
          ToolRun.of(
              List.of(program, "--version"), directory, directory.resolve("version.log"), LIMIT);
      if (run.exitCode() != 0) {
        throw new IOException("exit code %d: %s".formatted(run.exitCode(), run.lastLine()));
      }
      return run.output().strip();
    } catch (IOException e) {
      throw missing(what, e);
    }
  }

  /** That one of them does not run. */
  static EngineUnavailable missing(String what, IOException reason) {
    return new EngineUnavailable(
        ("Polars needs Node %d or later with npm, but %s does not run here: %s."
                + " Mend it with: nvm install %d")
            .formatted(OLDEST_NODE, what, reason.getMessage(), OLDEST_NODE),
        reason);
  }
}
