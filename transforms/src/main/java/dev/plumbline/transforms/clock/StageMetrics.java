package dev.plumbline.transforms.clock;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The Beam metrics of a stage, in namespace {@value #NAMESPACE}: {@code STAGE.pages}, {@code
 * STAGE.rows}, {@code STAGE.bytes_in}, {@code STAGE.bytes_out}, {@code STAGE.retries} and the
 * distribution {@code STAGE.busy_nanos} of the time of each piece of work; and distributions of
 * {@link System#nanoTime()} in microseconds, {@code STAGE.start_micros} and {@code
 * STAGE.end_micros}, whose least and greatest are when the stage began and ended. Read them as
 * attempted values. Updated once a page, inside a bundle; opening and closing a file are pieces of
 * work without a page.
 */
public final class StageMetrics implements Serializable {
  /** The namespace of all our metrics. */
  public static final String NAMESPACE = "plumbline";

  /** Behind the stage, the name of the counter of pages. */
  public static final String PAGES = ".pages";

  /** Behind the stage, the name of the counter of rows. */
  public static final String ROWS = ".rows";

  /** Behind the stage, the name of the counter of bytes that came in. */
  public static final String BYTES_IN = ".bytes_in";

  /** Behind the stage, the name of the counter of bytes that went out. */
  public static final String BYTES_OUT = ".bytes_out";

  /** Behind the stage, the name of the counter of retries. */
  public static final String RETRIES = ".retries";

  /** Behind the stage, the name of the distribution of the times of its pieces of work. */
  public static final String BUSY = ".busy_nanos";

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
  private final Distribution busyNanos;
  private final Distribution startMicros;
  private final Distribution endMicros;

  /** The metrics of this stage. */
  public StageMetrics(String stage) {
    this.pages = Metrics.counter(NAMESPACE, stage + PAGES);
    this.rows = Metrics.counter(NAMESPACE, stage + ROWS);
    this.bytesIn = Metrics.counter(NAMESPACE, stage + BYTES_IN);
    this.bytesOut = Metrics.counter(NAMESPACE, stage + BYTES_OUT);
    this.retries = Metrics.counter(NAMESPACE, stage + RETRIES);
    this.busyNanos = Metrics.distribution(NAMESPACE, stage + BUSY);
    this.startMicros = Metrics.distribution(NAMESPACE, stage + START);
    this.endMicros = Metrics.distribution(NAMESPACE, stage + END);
  }

  /** Adds a piece of work: that on a page, if rows went out. */
  public void add(StageInterval interval) {
    pages.inc(interval.rows() > 0 ? 1 : 0);
    rows.inc(interval.rows());
    bytesIn.inc(interval.bytesIn());
    bytesOut.inc(interval.bytesOut());
    retries.inc(interval.retries());
    busyNanos.update(interval.endNanos() - interval.startNanos());
    startMicros.update(TimeUnit.NANOSECONDS.toMicros(interval.startNanos()));
    endMicros.update(TimeUnit.NANOSECONDS.toMicros(interval.endNanos()));
  }
}
