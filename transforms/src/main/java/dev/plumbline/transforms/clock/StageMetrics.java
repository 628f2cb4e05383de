package dev.plumbline.transforms.clock;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The Beam metrics of a stage, in namespace {@value #NAMESPACE}: {@code STAGE.pages}, {@code
 * STAGE.rows}, {@code STAGE.bytes_in}, {@code STAGE.bytes_out}, {@code STAGE.retries} and the
 * distribution {@code STAGE.micros} of the time of a page; and distributions of {@link
 * System#nanoTime()} in microseconds, {@code STAGE.start_micros} and {@code STAGE.end_micros},
 * whose least and greatest are when the stage began and ended. Read them as attempted values.
 * Updated once a page, inside a bundle.
 */
public final class StageMetrics implements Serializable {
  /** The namespace of all our metrics. */
  public static final String NAMESPACE = "plumbline";

  /** Behind the stage, the name of the distribution of starts. */
  public static final String START = ".start_micros";

  /** Behind the stage, the name of the distribution of ends. */
  public static final String END = ".end_micros";

  private static final long serialVersionUID = 1;

  private final Counter pages;
  private final Counter rows;
  private final Counter bytesIn;
  private final Counter bytesOut;
  private final Counter retries;
  private final Distribution micros;
  private final Distribution startMicros;
  private final Distribution endMicros;

  /** The metrics of this stage. */
  public StageMetrics(String stage) {
    this.pages = Metrics.counter(NAMESPACE, stage + ".pages");
    this.rows = Metrics.counter(NAMESPACE, stage + ".rows");
    this.bytesIn = Metrics.counter(NAMESPACE, stage + ".bytes_in");
    this.bytesOut = Metrics.counter(NAMESPACE, stage + ".bytes_out");
    this.retries = Metrics.counter(NAMESPACE, stage + ".retries");
    this.micros = Metrics.distribution(NAMESPACE, stage + ".micros");
    this.startMicros = Metrics.distribution(NAMESPACE, stage + START);
    this.endMicros = Metrics.distribution(NAMESPACE, stage + END);
  }

  /** Adds one page's work. */
  public void add(StageInterval interval) {
    pages.inc();
    rows.inc(interval.rows());
    bytesIn.inc(interval.bytesIn());
    bytesOut.inc(interval.bytesOut());
    retries.inc(interval.retries());
    micros.update(TimeUnit.NANOSECONDS.toMicros(interval.endNanos() - interval.startNanos()));
    startMicros.update(TimeUnit.NANOSECONDS.toMicros(interval.startNanos()));
    endMicros.update(TimeUnit.NANOSECONDS.toMicros(interval.endNanos()));
  }
}
