package dev.plumbline.runners.study.engines;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.study.PreparedFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes ready beside the results folder what all runs with this folder take in, once. */
public final class PreparedOnce implements ChildTask {
  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    EnginesOptions options = request.options(EnginesOptions.class);
    Path results = Path.of(options.export().output().resultsDir()).toAbsolutePath();
    Path kept = results.resolveSibling("prepared once");
    if (!Files.exists(kept.resolve(PreparedFile.NAME))) {
      ChildOutcome outcome = new PrepareChild().run(request, Files.createDirectories(kept));
      if (outcome.exitCode() != ExitCode.DONE.code()) {
        return outcome;
      }
    }
    Files.copy(kept.resolve(PreparedFile.NAME), directory.resolve(PreparedFile.NAME));
    return ChildOutcome.done(0, 0);
  }
}
