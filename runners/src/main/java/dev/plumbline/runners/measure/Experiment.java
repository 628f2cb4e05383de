package dev.plumbline.runners.measure;

import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.UsageException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured, resolved and checked.
 *
 * @param scenario the pipeline, or {@code command} if no arm is one
 * @param arms of different names, the first is the base: at least two, or one that does works over
 *     files
 * @param sizes in rows, each once; empty exactly if all arms are commands
 * @param blocks how many blocks
 * @param warmIterations runs of a size behind its first in the same fork
 * @param seed of the order of arms and sizes, and of the bootstrap
 * @param margin of equivalence, such as 0.05
 * @param maxMinutes when no further block may begin; empty if there is no such limit
 * @param sameOutput whether commands must print the same bytes
 * @param forkTimeoutSeconds after which a fork is stopped
 * @param resultsDir folder that the run's directory is made in
 * @param jsonOut file that the report is copied to; null if none
 * @param command the command line, redacted
 */
public record Experiment(
    String scenario,
    List<Arm> arms,
    List<Long> sizes,
    int blocks,
    int warmIterations,
    long seed,
    double margin,
    OptionalDouble maxMinutes,
    boolean sameOutput,
    long forkTimeoutSeconds,
    String resultsDir,
    @Nullable String jsonOut,
    List<String> command) {
  private static final int FEWEST_ARMS = 2;

  /** The exact signed-rank distribution is counted up to here. */
  private static final int MOST = 1_000;

  /**
   * Checks everything that can be checked before a fork runs.
   *
   * @throws UsageException if something is out of its bounds
   */
  public Experiment {
    arms = List.copyOf(arms);
    sizes = List.copyOf(sizes);
    command = List.copyOf(command);
    boolean works = arms.stream().allMatch(Arm::worksOnFiles);
    if (arms.size() < (works ? 1 : FEWEST_ARMS)) {
      throw UsageException.of(
          "--arm", arms.size() + " arms", "at least two: a ratio is of one arm by another");
    }
    if (arms.stream().map(Object::getClass).distinct().count() > 1) {
      throw new UsageException(
          "--arm: found pipelines and commands together, expected one kind: they do not do the same"
              + " work");
    }
    Set<String> names = new HashSet<>();
    for (Arm arm : arms) {
      if (!names.add(arm.name())) {
        throw UsageException.of(
            "--arm", arm.name(), "another name: two arms have it; write NAME=... before one");
      }
    }
    if (new HashSet<>(sizes).size() < sizes.size()) {
      throw UsageException.of("--rows-targets", sizes, "each size once");
    }
    for (long size : sizes) {
      Bounds.check("--rows-targets", size, 1, Long.MAX_VALUE);
    }
    Bounds.check("--blocks", blocks, 1, MOST);
    Bounds.check("--warm-iterations", warmIterations, 0, MOST);
    Bounds.check("--fork-timeout-seconds", forkTimeoutSeconds, 1, 86_400);
    if (!(margin > 0 && margin < 1)) {
      throw UsageException.of("--margin", margin, "more than 0 and less than 1, such as 0.05");
    }
    if (maxMinutes.isPresent()
        && !(maxMinutes.getAsDouble() > 0 && maxMinutes.getAsDouble() < 1e6)) {
      throw UsageException.of(
          "--max-minutes", maxMinutes.getAsDouble(), "more than 0 and less than 1000000");
    }
  }

  /** What each fork of an arm runs: a pipeline one size, all else what it knows to do. */
  List<List<Long>> sizesOfForks() {
    boolean pipelines = arms.stream().allMatch(arm -> arm.export().isPresent());
    return pipelines ? sizes.stream().map(List::of).toList() : List.of(sizes);
  }

  /** The same, its pipelines served by the mine at that address. */
  public Experiment at(String serviceRoot) {
    return new Experiment(
        scenario,
        arms.stream().map(arm -> arm.at(serviceRoot)).toList(),
        sizes,
        blocks,
        warmIterations,
        seed,
        margin,
        maxMinutes,
        sameOutput,
        forkTimeoutSeconds,
        resultsDir,
        jsonOut,
        command);
  }
}
