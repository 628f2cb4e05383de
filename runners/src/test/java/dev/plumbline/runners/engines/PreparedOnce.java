package dev.plumbline.runners.engines;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.OptionsFile;
import dev.plumbline.runners.options.EnginesOptions;
import dev.plumbline.runners.options.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes ready beside the results folder what all runs with this folder take in, once. */
public final class PreparedOnce implements ChildTask {
  @Override
  public ChildOutcome run(Path partialDirectory) throws Exception {
    EnginesOptions options = OptionsFile.read(partialDirectory, EnginesOptions.class);
    Path results = Path.of(options.export().resultsDir()).toAbsolutePath();
    Path kept = results.resolveSibling("prepared once");
    if (!Files.exists(kept.resolve(Prepared.FILE))) {
      OptionsFile.write(Files.createDirectories(kept), options);
      ChildOutcome outcome = new PrepareChild().run(kept);
      if (outcome.exitCode() != ExitCode.DONE.code()) {
        return outcome;
      }
    }
    Files.copy(kept.resolve(Prepared.FILE), partialDirectory.resolve(Prepared.FILE));
    return ChildOutcome.done(0, 0);
  }
}
