package dev.plumbline.parity.locate;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that differs.
 *
 * @param kind how
 * @param key the values of its key, as text; null where null
 * @param cells the cells that differ; empty for a row that stands on one side only
 */
public record RowDifference(RowKind kind, List<@Nullable String> key, List<CellDifference> cells) {
  /** Copies the lists. */
  public RowDifference {
    key = Collections.unmodifiableList(key);
    cells = List.copyOf(cells);
  }
}
