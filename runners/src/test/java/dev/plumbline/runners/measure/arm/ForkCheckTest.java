package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.process.ForkPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForkCheckTest {
  private static final long MORE = 5 * Made.ROWS;

  @Test
  void aMineWithFewerRowsIsExportedWhole() {
    assertEquals(CellStatus.VALID, checked(MORE, false).status());
  }

  /** Else the forks of two sizes would pass for forks of one. */
  @Test
  void butNotForOneOfSeveralSizes() {
    Cell cell = checked(MORE, true);

    assertEquals(CellStatus.INVALID, cell.status());
    assertTrue(String.valueOf(cell.reason()).contains("mixed up"), cell::toString);
    assertEquals(CellStatus.VALID, checked(Made.ROWS, true).status());
  }

  private static Cell checked(long size, boolean severalSizes) {
    PipelineArm arm =
        new PipelineArm("a", List.of(), SomeOptions.of("local", "results"), Optional.empty());
    ForkPlan plan = new ForkPlan("a", 1, 42, List.of(size), 0, null);
    Iteration brought = Made.valid(0, 2, Made.DIGEST);
    return new ForkCheck(arm, plan, severalSizes).checked(brought).cell();
  }
}
