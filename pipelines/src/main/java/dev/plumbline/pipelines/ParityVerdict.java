package dev.plumbline.pipelines;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableDigest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the judge found while the pipeline ran, wherever it ran: the last element of its graph.
 *
 * @param decoded the rows that decode gave out
 * @param joined the rows of the relation that join gave out; null in a pipeline without
 * @param handed each way of pages from one stage to another
 */
public record ParityVerdict(TableDigest decoded, @Nullable TableDigest joined, List<Handed> handed)
    implements Serializable {
  /** Copies the list. */
  public ParityVerdict {
    handed = List.copyOf(handed);
  }

  /**
   * Pages on their way from one stage to another.
   *
   * @param from the stage that gave them out
   * @param to the stage that took them up
   * @param given what was given out
   * @param taken what was taken up
   */
  public record Handed(String from, String to, PageDigest given, PageDigest taken)
      implements Serializable {
    /** Whether all pages came, each once, as they were. */
    public boolean match() {
      return given.equals(taken);
    }
  }

  /** Which pages did not come as they were given out; none if all did. */
  public Optional<String> mismatch() {
    return handed.stream()
        .filter(pages -> !pages.match())
        .findFirst()
        .map(
            pages ->
                "%s gave out %s, and %s took up %s"
                    .formatted(pages.from(), pages.given(), pages.to(), pages.taken()));
  }
}
