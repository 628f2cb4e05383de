package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.raw.ArmRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FastestTest {
  @Test
  void isTheEngineThatEachOtherOneIsFoundToTakeLongerThan() {
    Fastest fastest =
        fastest(
            8,
            Map.of(
                "duckdb", block -> 4 + 0.1 * block,
                "polars", block -> 2 + 0.05 * block,
                "beam", block -> 10 + 0.25 * block));

    assertEquals("polars", fastest.fasterEngine());
    assertEquals(Map.of("duckdb", 2.0, "beam", 5.0), fastest.speedUp());
    assertEquals(Map.of("duckdb", 100.0, "beam", 400.0), fastest.percent());
  }

  @Test
  void isNoneWithTooFewBlocksOrIfOneOtherIsNotToldApart() {
    DoubleUnaryOperator four = block -> 4 + 0.1 * block;
    DoubleUnaryOperator five = block -> 5 + 0.1 * block;
    DoubleUnaryOperator aboutFour = block -> block % 2 == 0 ? 4.5 : 3.9 + 0.1 * block;

    assertNull(fastest(6, Map.of("a", four, "b", five, "c", five)));
    assertNull(fastest(10, Map.of("a", four, "b", five, "c", aboutFour)));
    assertNull(fastest(10, Map.of("a", four)));
  }

  private static Fastest fastest(int blocks, Map<String, DoubleUnaryOperator> walls) {
    MeasurementReport report =
        MeasurementWriter.report(
            Made.with(Made.raw(blocks, new LinkedHashMap<>(walls)), ArmRecord.WORKS, null));
    return Fastest.of(report).get("elt");
  }
}
