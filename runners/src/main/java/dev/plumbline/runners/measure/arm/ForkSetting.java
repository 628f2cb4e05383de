package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.process.ForkStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all forks of a measurement have in common.
 *
 * @param start starts JVMs
 * @param task what the JVM of a pipeline's fork does
 * @param seed of the order of works
 * @param warmIterations runs of each size, or work, behind its first
 * @param timeoutSeconds after which a fork is stopped
 * @param severalSizes whether other forks run other sizes: then a size that the mine does not have
 *     must not pass for one that it has
 * @param archived whether the classes of all JVMs come from archives, which the rehearsal makes
 */
public record ForkSetting(
    ForkStart start,
    Class<? extends ChildTask> task,
    long seed,
    int warmIterations,
    long timeoutSeconds,
    boolean severalSizes,
    boolean archived) {

  /** What a fork of an arm is told of its place. */
  ForkPlan plan(Arm arm, BlockPlan.Fork fork, List<Long> sizes, @Nullable String prepared) {
    return new ForkPlan(arm.name(), fork.block(), seed, sizes, warmIterations, prepared);
  }
}
