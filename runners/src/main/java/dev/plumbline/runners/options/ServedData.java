package dev.plumbline.runners.options;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a mine that we serve holds, and how it misbehaves.
 *
 * @param seed of the generated data
 * @param rows genes
 * @param faults how it misbehaves; empty if it does not
 * @param data the file that it serves; null for generated genes
 */
public record ServedData(
    @JsonProperty("mine_seed") long seed,
    @JsonProperty("mine_rows") long rows,
    @JsonProperty("mine_faults") String faults,
    @JsonProperty("mine_data") @Nullable MineFile data) {
  /** Checks the bounds. */
  public ServedData {
    Bounds.check("--mine-rows", rows, 1, Bounds.MAX_MINE_ROWS);
  }
}
