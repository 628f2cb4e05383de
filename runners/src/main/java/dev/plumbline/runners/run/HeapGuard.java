package dev.plumbline.runners.run;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.runner.Runners;

/** Refuses what cannot fit, where a runner keeps all rows in the heap. */
final class HeapGuard {
  /**
   * What a row takes in the heap at the peak, in multiples of its bytes in the body; measured, see
   * docs/PERFORMANCE.md.
   */
  private static final double COPIES = 3.0;

  private static final double USABLE = 0.9;

  private HeapGuard() {}

  static void check(Runners runner, ExportPlan plan, PipelineSpec spec, long heapBytes) {
    double needed = plan.pages().rows() * plan.bodyBytesPerRow() * COPIES;
    if (runner.runner().keepsRows(spec) && needed > heapBytes * USABLE) {
      throw new UsageException(
          ("--runner %s keeps all rows in the heap: %,d rows x %.0f bytes x %.1f copies = %,.0f MiB, but --heap gives"
                  + " %,.0f MiB of which %.0f %% can be used; take fewer rows, a larger --heap, or --runner flink-local")
              .formatted(
                  runner.label(),
                  plan.pages().rows(),
                  plan.bodyBytesPerRow(),
                  COPIES,
                  needed / (1 << 20),
                  heapBytes / (double) (1 << 20),
                  USABLE * 100));
    }
  }
}
