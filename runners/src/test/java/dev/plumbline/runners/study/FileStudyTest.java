package dev.plumbline.runners.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.study.engines.EnginesOptions;
import dev.plumbline.runners.study.engines.EnginesStudy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class FileStudyTest {
  @Test
  void itsReportShowsNoQueryOfAForeignMine() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("duckdb", block -> 4);
    walls.put("polars", block -> 5);
    MeasurementReport measured = MeasurementWriter.report(Made.raw(2, walls));
    EnginesOptions options =
        new EnginesOptions(
            SomeOptions.of("flymine", "results"),
            List.of("duckdb", "polars"),
            false,
            List.of(new QueryKind("asked", "Gene", List.of("Gene.symbol"), List.of())),
            null,
            false);

    Envelope envelope = new EnginesStudy(options, null).envelope("engines_v0", measured);

    String shown = String.valueOf(envelope.options());
    assertFalse(shown.contains("symbol"), shown);
    assertTrue(shown.contains("asked"), shown);
    assertEquals("engines_v0", envelope.schemaVersion());
    assertEquals(measured.envelope().runId(), envelope.runId());
  }
}
