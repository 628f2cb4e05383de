package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.ReadyEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Lets the installed Polars itself write files, for tests of foreign ones. */
public final class PolarsScript {
  private PolarsScript() {}

  /** Runs a script that knows Polars as {@code pl}; skips the test where there is no Polars. */
  public static void run(Path directory, String script) throws IOException {
    Path installed;
    try {
      installed = PolarsInstall.here().worker().getParent();
    } catch (EngineUnavailable e) {
      ReadyEngine.skipOrFail(e);
      return;
    }
    ToolRun run =
        ToolRun.of(
            List.of(
                "node", "--input-type=module", "-e", "import pl from 'nodejs-polars';\n" + script),
            installed,
            directory.resolve("polars.log"),
            Duration.ofMinutes(1));
    if (run.exitCode() != 0) {
      throw new AssertionError(
          "Polars ended with exit code %d: %s".formatted(run.exitCode(), run.lastLine()));
    }
  }
}
