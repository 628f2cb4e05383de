package dev.plumbline.runners.study;

import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.report.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** What stands below every study's figures. */
public final class StudyNotes {
  private StudyNotes() {}

  /** The engines that could not work, and why. */
  public static List<Row> skipped(List<EngineReadiness> engines) {
    return engines.stream()
        .filter(engine -> engine.missing() != null)
        .map(engine -> Row.of(engine.name(), "skipped: " + engine.missing()))
        .toList();
  }

  /**
   * How often it was measured, and how to read the figures.
   *
   * @param of what the seconds are of
   */
  public static List<Row> blocks(Analysis analysis, String of) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of(
            "blocks",
            "%d of %d; seconds are medians %s,"
                .formatted(analysis.blocksDone(), analysis.blocksWanted(), of)));
    rows.add(Row.of("", "behind one run of a work that is thrown away; times as long:"));
    rows.add(Row.of("", "Hodges-Lehmann estimate over blocks, with 95 % interval"));
    PairText.quickLook(analysis).ifPresent(hint -> rows.add(Row.of("", hint)));
    return rows;
  }
}
