package dev.plumbline.runners.measure.analysis;

import dev.plumbline.runners.measure.raw.RawData;

/**
 * The report of a measurement, as {@code docs/schema/measurement.schema.json} describes it. {@link
 * MeasurementWriter} is the only way to one.
 *
 * @param schemaVersion always {@value #VERSION}
 * @param raw everything that the figures are made of
 * @param analysis the figures
 */
public record MeasurementReport(String schemaVersion, RawData raw, Analysis analysis) {
  /** The version of the report. */
  public static final String VERSION = "plumbline_measurement_v1";
}
