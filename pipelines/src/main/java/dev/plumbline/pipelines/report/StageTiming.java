package dev.plumbline.pipelines.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * One stage beside the stage model: the same fields, and ours.
 *
 * @param stage the fields of the stage model
 * @param busySeconds the sum of its intervals over all threads
 * @param attributedSeconds its share of the wall time
 * @param transportBytesIn bytes of response bodies as they came over the connection; null but for
 *     fetch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StageTiming(
    @JsonUnwrapped StageRecord stage,
    @Nullable Double busySeconds,
    @Nullable Double attributedSeconds,
    @Nullable Long transportBytesIn) {
  /** The same without times. */
  public StageTiming withoutTimes() {
    return new StageTiming(stage.withoutTimes(), null, null, transportBytesIn);
  }
}
