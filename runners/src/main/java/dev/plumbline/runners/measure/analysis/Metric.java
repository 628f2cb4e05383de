package dev.plumbline.runners.measure.analysis;

/**
 * What a figure is of.
 *
 * @param name such as {@code wall_seconds} or {@code stage.decode.elapsed_seconds}
 * @param unit of its values
 */
public record Metric(String name, String unit) {
  /** The time of the whole run; what the claims are made about. */
  public static final Metric WALL = new Metric("wall_seconds", "s");

  /** CPU time of the process meanwhile. */
  public static final Metric CPU = new Metric("cpu_seconds", "s");

  /** The most memory the process held. */
  public static final Metric PEAK_RSS = new Metric("peak_rss_bytes", "bytes");

  /** Elapsed time of one stage. */
  public static Metric stage(String stage) {
    return new Metric("stage." + stage + ".elapsed_seconds", "s");
  }
}
