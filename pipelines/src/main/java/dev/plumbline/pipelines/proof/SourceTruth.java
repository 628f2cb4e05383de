package dev.plumbline.pipelines.proof;

import dev.plumbline.parity.ReadableTable;
import java.util.Optional;

/** Knows by itself what a mine holds, without having asked it over the wire. */
@FunctionalInterface
public interface SourceTruth {
  /**
   * The rows of the export as the source holds them, or none where nobody but the mine knows them.
   */
  Optional<ReadableTable> table();

  /** A mine of which nothing is known but what it answers. */
  static SourceTruth unknown() {
    return Optional::empty;
  }
}
