package dev.plumbline.runners.measure.arm;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.raw.CommandRun;
import dev.plumbline.runners.measure.raw.Iteration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fork ended, before the machine around it is looked at.
 *
 * @param status the worst of its cells
 * @param reason why not valid; null if valid
 * @param exitCode what its process ended with; null if it was stopped
 * @param iterations what a pipeline ran; a failed cell for every size if it came to no end
 * @param command what a command brought; null for a pipeline, and if it did not end
 * @param processSeconds from the start of its process to its end
 * @param jvmStartSeconds from the start of its process to our main; 0 for a command
 * @param workSeconds what it did between; for a command its whole process
 */
public record ForkTry(
    CellStatus status,
    @Nullable String reason,
    @Nullable Integer exitCode,
    List<Iteration> iterations,
    @Nullable CommandRun command,
    double processSeconds,
    double jvmStartSeconds,
    double workSeconds) {
  public ForkTry {
    iterations = List.copyOf(iterations);
  }

  static ForkTry failed(
      String reason, @Nullable Integer exitCode, List<Iteration> cells, double seconds) {
    return new ForkTry(CellStatus.FAILED, reason, exitCode, cells, null, seconds, 0, 0);
  }
}
