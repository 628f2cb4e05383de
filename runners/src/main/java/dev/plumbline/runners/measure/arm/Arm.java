package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.options.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One of the ways that are measured against each other. It runs its forks and records itself. */
public interface Arm {
  /** What it is called in tables and records; no two arms of an experiment share it. */
  String name();

  /**
   * Runs one fork; nothing is thrown for what goes wrong in it.
   *
   * @param directory which exists, and is the fork's own
   * @throws IOException if the fork could not even be started
   */
  ForkTry run(BlockPlan.Fork fork, ForkSetting setting, Path directory)
      throws IOException, InterruptedException;

  /** As the raw part stores it. */
  ArmRecord record() throws IOException;

  /** The export that it makes; none if it asks no mine. */
  default Optional<WorkflowOptions> export() {
    return Optional.empty();
  }

  /** The same arm, served by the mine at that address. */
  default Arm at(String serviceRoot) {
    return this;
  }

  /** Whether it only works over files that are there, and so needs no other arm beside it. */
  default boolean worksOnFiles() {
    return false;
  }
}
