package dev.plumbline.runners.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.run.WorkflowChild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads what the forks of tests load: a run on each runner that may be forked, in one JVM. */
public final class TrainingTask implements ChildTask {
  /** For the forked JVM, whose main makes it. */
  public TrainingTask() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    ChildOutcome last = null;
    for (String runner : List.of("floor", "direct", "flink-local")) {
      ObjectNode options = request.options().deepCopy();
      options.put("runner", runner);
      Path own = Files.createDirectory(directory.resolve(runner));
      ForkRequest run = new ForkRequest(request.wire(), WorkflowChild.NAME, null, options);
      last = new WorkflowChild().run(run, own);
    }
    return last;
  }

  /** The launcher of that JVM. */
  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            System.getenv(), Map.of(), System.out, System.err, task -> TrainingTask.class);
    System.exit(new Cli(surroundings).execute(arguments));
  }
}
