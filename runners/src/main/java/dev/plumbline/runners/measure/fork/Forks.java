package dev.plumbline.runners.measure.fork;

import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.ForkPlan;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.BlockPlan;
import dev.plumbline.runners.measure.arm.CommandArm;
import dev.plumbline.runners.measure.arm.PipelineArm;
import dev.plumbline.runners.measure.arm.WorkArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a fork of any arm, and leaves of its directory only the log, and that only if it failed.
 *
 * @param start starts JVMs
 * @param task what the JVM of a pipeline's fork does
 * @param arms all arms
 * @param seed of the order of works
 * @param warmIterations runs of each size, or work, behind its first
 * @param timeoutSeconds after which a fork is stopped
 * @param archived whether the classes of all JVMs come from archives, which the rehearsal makes
 * @param directory the measurement's, absolute
 */
public record Forks(
    ForkStart start,
    Class<? extends ChildTask> task,
    List<Arm> arms,
    long seed,
    int warmIterations,
    long timeoutSeconds,
    boolean archived,
    Path directory)
    implements ForkRunner {

  public Forks {
    arms = List.copyOf(arms);
  }

  @Override
  public ForkTry run(BlockPlan block, int attempt, int position)
      throws IOException, InterruptedException {
    Arm arm = arms.get(block.arms().get(position));
    String name = "block-%d-%d-%d".formatted(block.block(), attempt, position);
    Path own = Files.createDirectories(folder().resolve(name));
    try {
      ForkTry fork = run(arm, block, own);
      if (fork.exitCode() == null || fork.exitCode() != 0) {
        keepLog(own);
      }
      return fork;
    } finally {
      FileTree.delete(own);
    }
  }

  private ForkTry run(Arm arm, BlockPlan block, Path own) throws IOException, InterruptedException {
    if (arm instanceof PipelineArm pipeline) {
      ForkPlan plan = plan(arm, block, block.sizes(), null);
      return new PipelineFork(start, task, pipeline, plan, timeoutSeconds, archived).run(own);
    }
    return arm instanceof WorkArm work
        ? new WorkFork(
                start,
                work,
                plan(work, block, List.of(), work.prepared()),
                timeoutSeconds,
                archived)
            .run(own)
        : new CommandFork((CommandArm) arm, timeoutSeconds).run(own);
  }

  /** Where forks have their directories while they run. */
  public Path folder() {
    return directory.resolve("forks");
  }

  private ForkPlan plan(Arm arm, BlockPlan block, List<Long> sizes, @Nullable Path prepared) {
    return new ForkPlan(
        arm.name(),
        block.block(),
        seed,
        sizes,
        warmIterations,
        prepared == null ? null : prepared.toString());
  }

  /** It ends the measurement, so there is never more than one. */
  private void keepLog(Path own) throws IOException {
    Path log = own.resolve("fork.log");
    if (Files.exists(log)) {
      Path kept = directory.resolve(RunDirectory.LOG);
      Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
