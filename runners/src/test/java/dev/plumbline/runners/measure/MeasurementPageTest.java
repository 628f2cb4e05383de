package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.Claim;
import dev.plumbline.runners.measure.analysis.LineFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.report.PageText;
import dev.plumbline.runners.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class MeasurementPageTest {
  private static final List<Long> SIZES = List.of(500_000L, 1_000_000L, 3_000_000L);

  @Test
  void showsWhatIsFixedAndWhatEachRowAdds() {
    LineFigure floor =
        new LineFigure(
            "base", "elt", Mode.COLD, SIZES, 5, 2.0004, null, 3000.4, null, null, null, null, 0.01);
    LineFigure direct =
        new LineFigure(
            "new",
            "elt",
            Mode.COLD,
            SIZES,
            10,
            4,
            new Interval(3.9, 4.1, 0.95),
            4512,
            new Interval(4400, 4600, 0.95),
            1.5,
            new Interval(1.45, 1.55, 0.95),
            Claim.GATE,
            0.123);
    String page = PageText.of(MeasurementPage.of(measured(List.of(floor, direct))));

    assertTrue(
        page.contains(
            """
            wall = fixed + rows x        fixed s            95 %  ns/row            95 %  / base            95 %  claim  off by
            base                   cold    2.000               -   3,000               -                                  1.0 %
            new                    cold    4.000  [3.900, 4.100]   4,512  [4,400, 4,600]   1.500  [1.450, 1.550]  gate   12.3 %
            """),
        page);
  }

  @Test
  void saysNothingOfLinesWhereThereAreNone() {
    assertFalse(PageText.of(MeasurementPage.of(measured(List.of()))).contains("fixed"));
  }

  private static MeasurementReport measured(List<LineFigure> lines) {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("base", block -> 4 + 0.01 * block);
    walls.put("new", block -> 5 + 0.02 * block);
    MeasurementReport report = MeasurementWriter.report(Made.raw(10, walls));
    Analysis of = report.analysis();
    return new MeasurementReport(
        report.envelope(),
        report.raw(),
        new Analysis(
            of.blocksWanted(),
            of.blocksDone(),
            of.blocksRejected(),
            of.disturbed(),
            of.ended(),
            of.arms(),
            of.comparisons(),
            of.composites(),
            lines,
            of.harness()));
  }
}
