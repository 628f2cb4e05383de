package dev.plumbline.runners.measure.analysis;

import java.util.List;

/**
 * Why numbers may be believed.
 *
 * @param proof what was proven in every fork: {@code parity} (the answer, by the judge), {@code
 *     output} (all commands printed the same bytes), or {@code exit_code} (it ended with 0, and no
 *     more is known)
 * @param inputDigest digest of what came in; for commands, of the output of the first
 * @param fingerprint of the environment
 * @param blocks the blocks that count
 */
public record FigureEvidence(
    String proof, String inputDigest, String fingerprint, List<Integer> blocks) {
  /** The judge has compared the answer. */
  static final String PARITY = "parity";

  /** Commands that printed the same. */
  static final String OUTPUT = "output";

  /** Commands of which only the exit code is known. */
  static final String EXIT_CODE = "exit_code";

  public FigureEvidence {
    blocks = List.copyOf(blocks);
  }
}
