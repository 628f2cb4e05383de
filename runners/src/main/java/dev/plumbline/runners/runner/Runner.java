package dev.plumbline.runners.runner;

import dev.plumbline.pipelines.PipelineSpec;
import java.util.List;
import java.util.Optional;

/** All that is particular to one runner; without state. */
public interface Runner {
  /** The name used on the command line and in reports. */
  String label();

  /**
   * Beam's own name for it, which the command line takes too, in any case; none if Beam has none.
   */
  default Optional<String> beamName() {
    return Optional.empty();
  }

  /** What the help says of it: its name, and what must be said beside. */
  default String help() {
    return label();
  }

  /** The ledger's name for what it takes to start it; none if nothing is started. */
  default Optional<String> startEntry() {
    return Optional.empty();
  }

  /** Whether it keeps all rows of this pipeline in the heap, so that too many must be refused. */
  default boolean keepsRows(PipelineSpec spec) {
    return false;
  }

  /** What must be on the class path. */
  default List<Library> libraries() {
    return List.of();
  }

  /**
   * A library that a runner needs.
   *
   * @param name for people
   * @param className a class of it
   */
  record Library(String name, String className) {}

  /**
   * Starts it.
   *
   * @param parallelism its threads
   */
  RunnerSession open(int parallelism);
}
