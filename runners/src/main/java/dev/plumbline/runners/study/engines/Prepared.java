package dev.plumbline.runners.study.engines;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.export.Provenance;
import dev.plumbline.transforms.table.Findings;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was made ready before anything is measured: what engines take in, and what must come out.
 *
 * @param engines which engines can work here
 * @param kinds what was prepared for each kind of query, by its name
 */
record Prepared(List<EngineReadiness> engines, Map<String, Kind> kinds) {
  /**
   * One kind of query.
   *
   * @param input what engines take in
   * @param reference the engine that the results are held to
   * @param results what it found, by the name of the work
   * @param canonicalSeconds what it took to make the canonical tables
   * @param provenance where the source comes from
   */
  record Kind(
      EngineInput input,
      String reference,
      Map<String, Findings> results,
      double canonicalSeconds,
      Provenance provenance) {
    Findings result(EngineWork work) {
      return Objects.requireNonNull(results.get(work.scenario()));
    }
  }

  /** How many rows a work takes in. */
  long rows(EngineTrial trial) {
    return Objects.requireNonNull(kinds.get(trial.kind())).input().source().rows();
  }
}
