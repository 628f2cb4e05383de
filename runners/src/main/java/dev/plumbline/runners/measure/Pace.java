package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.ForkRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the measurement is and how long it will still take, by the blocks that were run so far;
 * and whether one more fits into the time that was given.
 */
final class Pace {
  private static final Logger log = LoggerFactory.getLogger(Pace.class);

  private final int blocks;
  private final OptionalDouble maxMinutes;
  private final long started = System.nanoTime();
  private long blockStarted = started;
  private double blockSeconds;
  private int blocksTimed;
  private int accepted;

  Pace(int blocks, OptionalDouble maxMinutes) {
    this.blocks = blocks;
    this.maxMinutes = maxMinutes;
  }

  /** A fork has ended. */
  void ended(ForkRecord fork) {
    String what =
        fork.block() == 0 ? "rehearsal" : "block %d of %d".formatted(fork.block(), blocks);
    String cost =
        fork.costs() == null
            ? ""
            : String.format(Locale.ROOT, ", %.1f s in all", fork.costs().cycle());
    if (fork.status() == CellStatus.VALID) {
      log.info("{}: {} is done{}{}", what, fork.arm(), rows(fork), cost);
    } else {
      log.error("{}: {} is {}: {}", what, fork.arm(), fork.status().label(), fork.reason());
    }
  }

  /** How many, where all of its runs had as many. */
  private static String rows(ForkRecord fork) {
    List<Long> rows = fork.iterations().stream().map(run -> run.cell().rows()).distinct().toList();
    return rows.size() == 1 ? String.format(Locale.ROOT, ", %,d rows", rows.get(0)) : "";
  }

  /** A block is complete, or the rehearsal. */
  void ended(BlockRecord block) {
    long now = System.nanoTime();
    blockSeconds += (now - blockStarted) / 1e9;
    blocksTimed++;
    blockStarted = now;
    if (!block.accepted()) {
      log.warn("block {} is run again: {}", block.block(), block.note());
    } else if (block.block() > 0) {
      accepted++;
      if (block.note() != null) {
        log.warn("block {} is kept although {}", block.block(), block.note());
      }
    }
    if (accepted < blocks) {
      log.info("{} of {} blocks done, about {} left", accepted, blocks, left());
    }
  }

  /** Why no further block may begin, if so. */
  Optional<String> outOfTime(int done) {
    if (maxMinutes.isEmpty()) {
      return Optional.empty();
    }
    double minutes = (System.nanoTime() - started) / 60e9;
    return minutes + meanBlockSeconds() / 60 <= maxMinutes.getAsDouble()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "max_minutes: %d of %d blocks in %.1f minutes, the next would not fit into %.1f",
                done,
                blocks,
                minutes,
                maxMinutes.getAsDouble()));
  }

  private double meanBlockSeconds() {
    return blocksTimed == 0 ? 0 : blockSeconds / blocksTimed;
  }

  private String left() {
    Duration left = Duration.ofSeconds(Math.round(meanBlockSeconds() * (blocks - accepted)));
    return left.toMinutes() == 0
        ? left.toSeconds() + " s"
        : left.toMinutes() + " min " + left.toSecondsPart() + " s";
  }
}
