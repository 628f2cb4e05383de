package dev.plumbline.runners.measure.control;

import dev.plumbline.pipelines.report.Telemetry;
import dev.plumbline.runners.machine.TelemetryProbe;
import dev.plumbline.runners.measure.raw.Quiet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Looks with a control workload, and at the counters of the machine. A machine that is busy all the
 * time makes the workload slow all the time, so it is also held to the best time that this machine
 * has ever shown.
 */
public final class ControlWatch implements Watch {
  private static final int CALIBRATION = 9;
  private static final int QUICK_CALIBRATION = 3;

  /** With fewer blocks nothing is claimed, and at most one of them can be run again. */
  private static final int FEWEST_CLAIMING = 6;

  private static final long PAUSE_MILLIS = 50;

  /** Longer than the probe keeps what it has read, which is 300 ms. */
  private static final long LOOK_MILLIS = 400;

  /** How many times the best known time the workload may take on a quiet machine. */
  private static final double MOST_TIMES = 1.5;

  /** How much of the processors others may use, and a hypervisor take, on a quiet machine. */
  private static final double MOST_OTHERS = 0.2;

  private static final double MOST_STOLEN = 0.05;

  private final ControlWorkload workload;
  private final ControlLimit limit = new ControlLimit();
  private final TelemetryProbe probe = new TelemetryProbe();
  private final OptionalDouble best;
  private final @Nullable String busy;
  private double least = Double.POSITIVE_INFINITY;
  private double controlSeconds;

  /**
   * Calibrates on the machine as it is.
   *
   * @param blocks how many blocks it will watch; a quick look is calibrated quickly
   * @param best the least seconds that the workload has ever taken here, if that is known
   */
  public ControlWatch(int blocks, OptionalDouble best) throws InterruptedException {
    this.best = best;
    Telemetry before = probe.snapshot();
    Thread.sleep(LOOK_MILLIS);
    Telemetry after = probe.snapshot();
    workload = new ControlWorkload();
    int runs = blocks < FEWEST_CLAIMING ? QUICK_CALIBRATION : CALIBRATION;
    double[] seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      Thread.sleep(PAUSE_MILLIS); // as before a fork, the processors have been idle
      seconds[i] = seen(workload.seconds());
      limit.add(seconds[i]);
    }
    Arrays.sort(seconds);
    busy = busy(seconds[runs / 2], before, after).orElse(null);
  }

  private Optional<String> busy(double median, Telemetry before, Telemetry after) {
    List<String> signs = new ArrayList<>();
    if (best.isPresent() && median > MOST_TIMES * best.getAsDouble()) {
      signs.add(
          String.format(
              Locale.ROOT,
              "the control workload takes %.1f ms, %.1f ms when it was quiet",
              median * 1e3,
              best.getAsDouble() * 1e3));
    }
    double total = Math.max(1, after.systemTotalMillis() - before.systemTotalMillis());
    double own = after.processCpuMillis() - before.processCpuMillis();
    double others = (after.systemBusyMillis() - before.systemBusyMillis() - own) / total;
    double stolen = (after.stealMillis() - before.stealMillis()) / total;
    if (others > MOST_OTHERS) {
      signs.add(
          String.format(
              Locale.ROOT,
              "other processes use %.0f %% of the processors (load average %.1f)",
              others * 100,
              after.loadAverage()));
    }
    if (stolen > MOST_STOLEN) {
      signs.add(String.format(Locale.ROOT, "a hypervisor takes %.0f %% of the time", stolen * 100));
    }
    return signs.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", signs));
  }

  @Override
  public Optional<String> busy() {
    return Optional.ofNullable(busy);
  }

  @Override
  public OptionalDouble leastSeconds() {
    return OptionalDouble.of(least);
  }

  private double seen(double seconds) {
    least = Math.min(least, seconds);
    return seconds;
  }

  /** By the last runs, and by the best one: whichever is stricter. */
  private double bound() {
    double steadily = MOST_TIMES * MOST_TIMES * best.orElse(Double.POSITIVE_INFINITY);
    return Math.min(limit.seconds(), steadily);
  }

  @Override
  public Before before() throws InterruptedException {
    return new Before(control(), probe.snapshot());
  }

  @Override
  public Quiet after(Before before) throws InterruptedException {
    Telemetry telemetry = probe.snapshot();
    double bound = bound();
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
    double seconds = seen(workload.seconds());
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
