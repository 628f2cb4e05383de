package dev.plumbline.runners.measure.raw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw part of a measurement: everything that its figures are made of.
 *
 * @param header what was to be measured
 * @param forks every fork, in the order in which they ran
 * @param blocks every block that was completed
 * @param end how it ended; null if it was cut off
 */
public record RawData(
    Header header, List<ForkRecord> forks, List<BlockRecord> blocks, @Nullable EndRecord end) {
  public RawData {
    forks = List.copyOf(forks);
    blocks = List.copyOf(blocks);
  }
}
