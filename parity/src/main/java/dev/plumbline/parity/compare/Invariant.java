package dev.plumbline.parity.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property that two equal tables share.
 *
 * @param name {@code schema_fingerprint}, {@code row_count}, {@code groupby_count}, {@code
 *     sample_hash}, {@code aggregate_hash}, {@code content_hash} or {@code order_hash}
 * @param status whether the two sides are the same
 * @param left the property of the left table; null if it is not available
 * @param right the property of the right table; null if it is not available
 * @param parameters what it was taken with, by name; or the {@code reason} why it is not available
 */
public record Invariant(
    String name,
    Status status,
    @Nullable String left,
    @Nullable String right,
    Map<String, Object> parameters) {

  /** Whether two tables share a property. */
  public enum Status {
    /** They do. */
    MATCH,
    /** They do not. */
    MISMATCH,
    /** Nobody can tell: the property does not exist for these tables. */
    NOT_AVAILABLE;

    /** The status as reports spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the parameters. */
  public Invariant {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static Invariant of(String name, Object left, Object right, Map<String, Object> parameters) {
    Status status = left.equals(right) ? Status.MATCH : Status.MISMATCH;
    return new Invariant(name, status, left.toString(), right.toString(), parameters);
  }

  static Invariant notAvailable(String name, String reason) {
    return new Invariant(name, Status.NOT_AVAILABLE, null, null, Map.of("reason", reason));
  }

  /** Whether it speaks against the tables being equal. */
  public boolean mismatch() {
    return status == Status.MISMATCH;
  }
}
