package dev.plumbline.runners.measure.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.measure.raw.RawData;

/**
 * The report of a measurement, as {@code docs/schema/measurement.schema.json} describes it. {@link
 * MeasurementWriter} is the only way to one.
 *
 * @param envelope that of the raw part, with {@value #VERSION}
 * @param raw everything that the figures are made of
 * @param analysis the figures
 */
public record MeasurementReport(@JsonUnwrapped Envelope envelope, RawData raw, Analysis analysis)
    implements Report {
  /** The version of the report. */
  public static final String VERSION = "plumbline_measurement_v1";
}
