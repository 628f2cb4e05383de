package dev.plumbline.runners.measure.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.pipelines.report.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was to be measured: the first line of the raw part.
 *
 * @param kind always {@code experiment}
 * @param envelope with {@value #VERSION}
 * @param scenario the pipeline, or {@code command} if no arm is one
 * @param arms the arms; the first is the base
 * @param sizes the sizes in rows; empty where all arms are commands
 * @param blocks how many blocks were wanted
 * @param warmIterations runs of a size behind its first in the same fork
 * @param seed of the order of arms and sizes, and of the bootstrap
 * @param margin of equivalence, such as 0.05
 * @param maxMinutes when no more block was to begin; null if nothing was said
 * @param sameOutput whether commands must print the same bytes
 * @param fingerprint of what makes two environments comparable
 * @param firstMode {@code loaded} where works come behind one that is thrown away; null, and not
 *     written, where the first run of a fork is cold
 * @param busy why the machine was no quiet one when it began; null, and not written, if it was
 */
public record Header(
    String kind,
    @JsonUnwrapped Envelope envelope,
    String scenario,
    List<ArmRecord> arms,
    List<Long> sizes,
    int blocks,
    int warmIterations,
    long seed,
    double margin,
    @Nullable Double maxMinutes,
    boolean sameOutput,
    String fingerprint,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String firstMode,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String busy) {
  /** The version of the raw part. */
  public static final String VERSION = "plumbline_forks_v1";

  /** How lines of this kind are told from others. */
  public static final String KIND = "experiment";

  public Header {
    arms = List.copyOf(arms);
    sizes = List.copyOf(sizes);
  }
}
