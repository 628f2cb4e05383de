package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table on its way through the stages that work on it, with what those behind it found.
 *
 * @param table the rows that the pipeline wrote, or that were there
 * @param given what the next stage works on: what the last stage that left files left, else the
 *     table
 * @param findings of the stages so far, in their order
 */
public record TableRun(WrittenTable table, WrittenTable given, List<StageFindings> findings)
    implements Serializable {
  /** Copies the findings. */
  public TableRun {
    findings = List.copyOf(findings);
  }

  /** A table that no stage has seen yet. */
  public static TableRun of(WrittenTable table) {
    return new TableRun(table, table, List.of());
  }

  /** What the stage of this name found; none if it did not work on the table. */
  public Optional<StageFindings> found(String stage) {
    return findings.stream().filter(found -> found.stage().equals(stage)).findFirst();
  }

  /** The same table, one stage later. */
  public TableRun with(StageFindings next) {
    List<WrittenFile> left = next.findings().files();
    return new TableRun(
        table,
        left.isEmpty() ? given : new WrittenTable(left),
        Stream.concat(findings.stream(), Stream.of(next)).toList());
  }
}
