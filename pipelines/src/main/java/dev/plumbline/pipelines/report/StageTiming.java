package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * One stage beside the stage model: the same fields, and ours.
 *
 * @param stage the fields of the stage model
 * @param busySeconds the sum of its intervals over all threads
 * @param spanSeconds from the first start of its work to the last end
 * @param attributedSeconds its share of the wall time; null if not all work was logged in one JVM
 * @param transportBytesIn bytes of response bodies as they came over the connection; null but for
 *     fetch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StageTiming(
    @JsonUnwrapped StageRecord stage,
    @Nullable Double busySeconds,
    @Nullable Double spanSeconds,
    @Nullable Double attributedSeconds,
    @Nullable Long transportBytesIn) {
  /** The same without times. */
  public StageTiming withoutTimes() {
    return new StageTiming(stage.withoutTimes(), null, null, null, transportBytesIn);
  }
}
