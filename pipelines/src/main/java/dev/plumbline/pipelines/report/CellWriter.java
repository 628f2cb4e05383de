package dev.plumbline.pipelines.report;

import org.jspecify.annotations.Nullable;

/**
 * The one writer of cells: no other code makes one, so a time is written here or nowhere. An
 * architecture test holds the code to it.
 *
 * @param scenario the pipeline
 * @param engine the engine of its transform
 * @param runner the runner that was asked for
 * @param rows the rows that were exported, or were to be
 */
public record CellWriter(String scenario, String engine, String runner, long rows) {

  /** All evidence is there: the time may be shown. */
  Cell valid(Evidence evidence, Cell.Timing timing) {
    return cell(CellStatus.VALID, null, evidence, timing);
  }

  /** It ran, and the reason speaks against its time. */
  public Cell invalid(String reason, Evidence evidence) {
    return cell(CellStatus.INVALID, reason, evidence, null);
  }

  /** It ran, and its content was compared with nothing. */
  Cell notValidated(String reason, Evidence evidence) {
    return cell(CellStatus.NOT_VALIDATED, reason, evidence, null);
  }

  /** It did not run to its end. */
  public Cell failed(String reason) {
    return cell(CellStatus.FAILED, reason, null, null);
  }

  /** It was not run. */
  public Cell skipped(String reason) {
    return cell(CellStatus.SKIPPED, reason, null, null);
  }

  private Cell cell(
      CellStatus status,
      @Nullable String reason,
      @Nullable Evidence evidence,
      Cell.@Nullable Timing timing) {
    return new Cell(scenario, engine, runner, rows, status, reason, evidence, timing);
  }
}
