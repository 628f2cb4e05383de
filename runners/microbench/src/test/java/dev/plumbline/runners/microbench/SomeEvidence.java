package dev.plumbline.runners.microbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.microbench.ForkOutcome.Measured;
import dev.plumbline.runners.microbench.cores.Evidence;
import dev.plumbline.runners.options.Json;
import java.io.IOException;

/** Forks that never ran, for tests. */
final class SomeEvidence {
  private static final EnvironmentManifest HERE = EnvironmentManifest.collect();

  private SomeEvidence() {}

  static Measured fork(double nanos, String inputDigest) {
    return new Measured(nanos, new Evidence(inputDigest, "proved", HERE));
  }

  /** A fork on another machine. */
  static Measured elsewhere(double nanos, String inputDigest) throws IOException {
    ObjectNode tree = Json.mapper().valueToTree(HERE);
    ((ObjectNode) tree.get("machine")).put("logical_cores", 4_711);
    EnvironmentManifest there = Json.mapper().treeToValue(tree, EnvironmentManifest.class);
    return new Measured(nanos, new Evidence(inputDigest, "proved", there));
  }
}
