package dev.plumbline.transforms.table;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table on its way through the stages that work on it, with what those behind it found.
 *
 * @param table the table
 * @param findings of the stages so far, in their order
 */
public record TableRun(WrittenTable table, List<StageFindings> findings) implements Serializable {
  /** Copies the findings. */
  public TableRun {
    findings = List.copyOf(findings);
  }

  /** A table that no stage has seen yet. */
  public static TableRun of(WrittenTable table) {
    return new TableRun(table, List.of());
  }

  /** The same table, one stage later. */
  public TableRun with(StageFindings next) {
    return new TableRun(table, Stream.concat(findings.stream(), Stream.of(next)).toList());
  }
}
