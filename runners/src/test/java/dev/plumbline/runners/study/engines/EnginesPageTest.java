package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.FigureEvidence;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.statistics.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnginesPageTest {
  @Test
  void aWholeThatTakesLessThanItsPartIsNamed() {
    List<ArmFigure> inverted =
        List.of(wall("asked.analytics", 1.92), wall("asked.engine_pipeline", 0.5));

    assertEquals(
        List.of("asked.engine_pipeline of duckdb took 0.500 s, its part asked.analytics 1.920 s"),
        EnginesPage.parts(inverted));
  }

  @Test
  void aWholeThatTakesAsLongOrLongerIsNot() {
    List<ArmFigure> usual =
        List.of(
            wall("asked.analytics", 0.5),
            wall("asked.engine_pipeline", 0.5),
            wall("simple.analytics", 1.92),
            wall("asked.scan", 1.92));

    assertEquals(List.of(), EnginesPage.parts(usual));
  }

  private static ArmFigure wall(String scenario, double seconds) {
    return new ArmFigure(
        "duckdb",
        scenario,
        Made.ROWS,
        Mode.LOADED,
        "wall",
        "s",
        CellStatus.VALID,
        null,
        new FigureEvidence("parity", Made.DIGEST, "fingerprint", List.of(1)),
        Summary.of(new double[] {seconds}),
        0);
  }
}
