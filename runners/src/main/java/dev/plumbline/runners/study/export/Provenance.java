package dev.plumbline.runners.study.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of an export come from.
 *
 * @param reusedFrom the run that has exported them; null if it is this one
 * @param exportedAt when that was, ISO 8601 in UTC; null if it is this run
 * @param notReused why an earlier export of the same was not taken; null if one was taken, or there
 *     was none
 */
public record Provenance(
    @Nullable String reusedFrom, @Nullable String exportedAt, @Nullable String notReused) {
  /** Of this run's own making, as there was nothing to take. */
  public static final Provenance OWN = new Provenance(null, null, null);

  /** Taken from a run. */
  static Provenance of(String run, String exportedAt) {
    return new Provenance(run, exportedAt, null);
  }

  /** Exported in this run, though an earlier one has exported the same. */
  static Provenance anew(String reason) {
    return new Provenance(null, null, reason);
  }

  /** What a person should know of it, if anything. */
  public Optional<String> remark() {
    if (reusedFrom != null) {
      return Optional.of("reused from run %s, exported at %s".formatted(reusedFrom, exportedAt));
    }
    return Optional.ofNullable(notReused).map(reason -> "exported anew: " + reason);
  }
}
