package dev.plumbline.runners.measure.control;

import dev.plumbline.runners.machine.Telemetry;
import dev.plumbline.runners.machine.TelemetryProbe;
import dev.plumbline.runners.measure.raw.Quiet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks with a control workload, and at the counters of the machine. */
public final class ControlWatch implements Watch {
  private static final int CALIBRATION = 9;
  private static final int QUICK_CALIBRATION = 3;

  /** With fewer blocks nothing is claimed, and at most one of them can be run again. */
  private static final int FEWEST_CLAIMING = 6;

  private static final long PAUSE_MILLIS = 50;

  private final ControlWorkload workload;
  private final ControlLimit limit = new ControlLimit();
  private final TelemetryProbe probe = new TelemetryProbe();
  private double controlSeconds;

  /**
   * Calibrates on the machine as it is.
   *
   * @param blocks how many blocks it will watch; a quick look is calibrated quickly
   */
  public ControlWatch(int blocks) throws InterruptedException {
    workload = new ControlWorkload();
    for (int i = 0; i < (blocks < FEWEST_CLAIMING ? QUICK_CALIBRATION : CALIBRATION); i++) {
      Thread.sleep(PAUSE_MILLIS); // as before a fork, the processors have been idle
      limit.add(workload.seconds());
    }
  }

  @Override
  public Before before() throws InterruptedException {
    return new Before(control(), probe.snapshot());
  }

  @Override
  public Quiet after(Before before) throws InterruptedException {
    Telemetry telemetry = probe.snapshot();
    double bound = limit.seconds();
    double after = control();
    limit.add(before.control());
    limit.add(after);
    return new Quiet(
        micros(before.control()),
        micros(after),
        micros(bound),
        (telemetry.stealMillis() - before.telemetry().stealMillis()) / 1e3,
        telemetry.loadAverage(),
        disturbance(before.control(), after, bound));
  }

  @Override
  public double takeControlSeconds() {
    double taken = controlSeconds;
    controlSeconds = 0;
    return taken;
  }

  private double control() throws InterruptedException {
    long start = System.nanoTime();
    double seconds = workload.seconds();
    controlSeconds += (System.nanoTime() - start) / 1e9;
    return seconds;
  }

  private static @Nullable String disturbance(double before, double after, double bound) {
    double worst = Math.max(before, after);
    return worst <= bound
        ? null
        : String.format(
            Locale.ROOT,
            "the control workload took %.1f ms %s the fork, at most %.1f ms expected",
            worst * 1e3,
            worst == before ? "before" : "after",
            bound * 1e3);
  }

  private static double micros(double seconds) {
    return Math.round(seconds * 1e6) / 1e6;
  }

  @Override
  public void close() {
    workload.close();
  }
}
