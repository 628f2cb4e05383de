package dev.plumbline.runners.measure.raw;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fork: one arm of one block, at one size.
 *
 * @param kind always {@code fork}
 * @param block the block; 0 is the rehearsal, which no figure uses
 * @param attempt which try of the block, from 1
 * @param position its place in the block, from 0
 * @param arm the arm's name
 * @param startedAt ISO 8601 in UTC
 * @param status the worst status of its cells, or {@code failed}
 * @param reason why not valid; null if valid
 * @param exitCode what its process ended with; null if it was stopped
 * @param iterations what a pipeline arm ran; a cell, also of a fork that failed
 * @param command what a command arm brought; null for pipelines, and if it did not end
 * @param costs where its time went; null unless valid
 * @param quiet the machine around it
 */
public record ForkRecord(
    String kind,
    int block,
    int attempt,
    int position,
    String arm,
    String startedAt,
    CellStatus status,
    @Nullable String reason,
    @Nullable Integer exitCode,
    List<Iteration> iterations,
    @Nullable CommandRun command,
    @Nullable ForkCosts costs,
    Quiet quiet) {
  /** How lines of this kind are told from others. */
  public static final String KIND = "fork";

  /** Rejects a reason for a valid fork, and none for another. */
  public ForkRecord {
    iterations = List.copyOf(iterations);
    if ((status == CellStatus.VALID) != (reason == null)) {
      throw new IllegalArgumentException(
          "A fork has a reason exactly if it is not valid; found " + status.label());
    }
  }

  /**
   * Whether nothing speaks against it but that a request was retried or a task restarted: it may be
   * valid another time. A wrong answer is not excused by a retry.
   */
  public boolean tookAgain() {
    List<Cell> against =
        iterations.stream()
            .map(Iteration::cell)
            .filter(cell -> cell.status() != CellStatus.VALID)
            .toList();
    return !against.isEmpty() && against.stream().allMatch(ForkRecord::onlyTookAgain);
  }

  private static boolean onlyTookAgain(Cell cell) {
    String why = cell.reason() == null ? "" : cell.reason();
    return cell.status() == CellStatus.INVALID
        && (why.startsWith("retried: ") || why.startsWith("restarted: "))
        && cell.shownEvidence().filter(Evidence::tookAgain).isPresent();
  }
}
