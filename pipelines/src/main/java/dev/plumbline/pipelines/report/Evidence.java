package dev.plumbline.pipelines.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a time may be believed.
 *
 * @param runner what really ran
 * @param input what came in
 * @param elements for each stage, how many rows were attempted and how many were expected
 * @param retries requests that failed before one succeeded
 * @param restarts subtasks that the runner started again
 * @param parity {@code exact}, {@code different} or {@code not_validated}
 */
public record Evidence(
    Runner runner,
    Input input,
    Map<String, Elements> elements,
    long retries,
    long restarts,
    String parity) {

  /** Whether anything was done again: then the answer may be right, but not its time. */
  public boolean tookAgain() {
    return retries > 0 || restarts > 0;
  }

  /**
   * The runner as asked for and as read back from the result.
   *
   * @param requested as on the command line
   * @param actual as the result of the run says, in the same words
   * @param resultClass the class of the result; for the floor, of the loop
   * @param jobId the runner's own id of the job, or empty
   */
  public record Runner(String requested, String actual, String resultClass, String jobId) {}

  /**
   * What came in.
   *
   * @param source the mine's address
   * @param mineRows how many rows it has for the query
   * @param mineRowsAfter how many it had when the export was done; null if it could not be asked
   * @param rows how many rows were exported
   * @param contentHash of these rows; null if no file of them was left and the judge was off
   */
  public record Input(
      String source,
      long mineRows,
      @Nullable Long mineRowsAfter,
      long rows,
      @Nullable String contentHash) {}

  /** Rows of a stage, attempted and expected. */
  public record Elements(long attempted, long expected) {}
}
