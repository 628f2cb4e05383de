package dev.plumbline.runners.measure.control;

import dev.plumbline.pipelines.report.Telemetry;
import dev.plumbline.runners.measure.raw.Quiet;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at the machine before and after each fork; in tests, something that plants disturbance. */
public interface Watch extends AutoCloseable {
  /**
   * The machine before a fork.
   *
   * @param control seconds of the control workload
   * @param telemetry the machine's counters
   */
  record Before(double control, Telemetry telemetry) {}

  /** Looks before a fork. */
  Before before() throws InterruptedException;

  /** Looks after it, and says whether it was disturbed. */
  Quiet after(Before before) throws InterruptedException;

  /** Why this machine is no quiet one, from the start on; empty if it is. */
  default Optional<String> busy() {
    return Optional.empty();
  }

  /** The least seconds that the control workload took; empty if it was not run. */
  default OptionalDouble leastSeconds() {
    return OptionalDouble.empty();
  }

  /** Seconds that looking has taken since this was last asked. */
  double takeControlSeconds();

  @Override
  void close();
}
