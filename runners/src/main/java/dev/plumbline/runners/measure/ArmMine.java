package dev.plumbline.runners.measure;

import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.ServedMine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One mine for all arms: in this process and so outside every measured JVM, or one that is there
 * already. Arms differ in how they export, never in what from.
 */
final class ArmMine implements AutoCloseable {
  private final Optional<ServedMine> mine;
  private final List<Arm> arms;

  private ArmMine(Optional<ServedMine> mine, List<Arm> arms) {
    this.mine = mine;
    this.arms = arms;
  }

  /** Starts the local mine if any arm is served by it. */
  static ArmMine serve(List<Arm> arms) throws IOException {
    Optional<WorkflowOptions> first =
        arms.stream().flatMap(arm -> arm.export().stream()).findFirst();
    if (first.isEmpty()) {
      return new ArmMine(Optional.empty(), arms);
    }
    ServedMine mine = new ServedMine(first.get());
    String root = mine.open().mine().serviceRoot();
    return new ArmMine(Optional.of(mine), arms.stream().map(arm -> arm.at(root)).toList());
  }

  /** The arms, with the address that serves them. */
  List<Arm> arms() {
    return arms;
  }

  @Override
  public void close() {
    mine.ifPresent(ServedMine::close);
  }
}
