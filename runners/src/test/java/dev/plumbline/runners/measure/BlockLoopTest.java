package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.machine.TelemetryProbe;
import dev.plumbline.runners.measure.arm.ForkRunner;
import dev.plumbline.runners.measure.arm.ForkTry;
import dev.plumbline.runners.measure.arm.Schedule;
import dev.plumbline.runners.measure.control.Watch;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.measure.raw.Journal;
import dev.plumbline.runners.measure.raw.Quiet;
import dev.plumbline.runners.measure.raw.RawData;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of things, with forks that are planted. */
class BlockLoopTest {
  private static final List<List<Long>> SIZES = List.of(List.of(Made.ROWS));

  @TempDir Path directory;

  @Test
  void runsTheRehearsalAndEveryBlock() throws Exception {
    RawData raw = run(4, OptionalDouble.empty(), good(), fork -> false);

    assertEquals(10, raw.forks().size());
    assertEquals(List.of(0, 1, 2, 3, 4), raw.blocks().stream().map(BlockRecord::block).toList());
    assertEquals(EndRecord.COMPLETE, raw.end().reason());
  }

  @Test
  void runsADisturbedBlockAgainWhole() throws Exception {
    RawData raw = run(6, OptionalDouble.empty(), good(), fork -> fork == 5);

    List<ForkRecord> second = raw.forks().stream().filter(f -> f.block() == 2).toList();
    assertEquals(List.of(1, 1, 2, 2), second.stream().map(ForkRecord::attempt).toList());
    List<BlockRecord> blocks = raw.blocks().stream().filter(b -> b.block() == 2).toList();
    assertEquals(List.of(false, true), blocks.stream().map(BlockRecord::accepted).toList());
    assertEquals("planted", blocks.get(0).note());
  }

  @Test
  void rejectsAtMostAThirdOfTheBlocksAndThenKeepsThemAndSaysSo() throws Exception {
    RawData raw = run(6, OptionalDouble.empty(), good(), fork -> true);

    assertEquals(2, raw.blocks().stream().filter(b -> !b.accepted()).count());
    assertEquals(7, raw.blocks().stream().filter(BlockRecord::accepted).count());
    assertTrue(raw.blocks().stream().allMatch(b -> "planted".equals(b.note())));
    assertEquals(EndRecord.COMPLETE, raw.end().reason());
  }

  @Test
  void runsABlockAgainInWhichARequestWasRetried() throws Exception {
    Iteration retried = Made.without(CellStatus.INVALID, "retried: 1 requests", 1);
    int[] runs = {0};
    ForkRunner forks =
        (block, attempt, position) ->
            ++runs[0] == 5 ? of(CellStatus.INVALID, retried) : of(CellStatus.VALID, good(2));
    RawData raw = run(6, OptionalDouble.empty(), forks, fork -> false);

    assertEquals(1, raw.blocks().stream().filter(b -> !b.accepted()).count());
    assertEquals(EndRecord.COMPLETE, raw.end().reason());
  }

  @Test
  void doesNotExcuseAWrongAnswerByARetry() throws Exception {
    Iteration wrong = Made.without(CellStatus.INVALID, "parity: decode differs", 1);
    int[] runs = {0};
    ForkRunner forks =
        (block, attempt, position) ->
            ++runs[0] == 5 ? of(CellStatus.INVALID, wrong) : of(CellStatus.VALID, good(2));
    RawData raw = run(6, OptionalDouble.empty(), forks, fork -> false);

    assertEquals(5, raw.forks().size());
    assertTrue(raw.end().reason().endsWith("is invalid"), raw.end()::reason);
  }

  @Test
  void endsAtAForkThatFails() throws Exception {
    int[] runs = {0};
    ForkRunner forks =
        (block, attempt, position) ->
            ++runs[0] == 6
                ? of(CellStatus.FAILED, Made.without(CellStatus.FAILED, "ended with code 1", 0))
                : of(CellStatus.VALID, good(2));
    RawData raw = run(6, OptionalDouble.empty(), forks, fork -> false);

    assertEquals(6, raw.forks().size());
    assertEquals(2, raw.blocks().size());
    assertTrue(raw.end().reason().endsWith("is failed"), () -> raw.end().reason());
  }

  @Test
  void endsAtTheRehearsalIfAnArmCannotRun() throws Exception {
    Iteration failed = Made.without(CellStatus.FAILED, "ended with code 1", 0);
    RawData raw =
        run(6, OptionalDouble.empty(), (b, a, p) -> of(CellStatus.FAILED, failed), f -> false);
    assertEquals(1, raw.forks().size());
    assertEquals(List.of(), raw.blocks());
  }

  @Test
  void beginsNoBlockThatWouldNotEndInTime() throws Exception {
    RawData raw = run(6, OptionalDouble.of(1e-9), good(), fork -> false);

    assertEquals(List.of(0), raw.blocks().stream().map(BlockRecord::block).toList());
    assertTrue(raw.end().reason().startsWith("max_minutes: 0 of 6 blocks"), raw.end()::reason);
  }

  private RawData run(
      int blocks, OptionalDouble maxMinutes, ForkRunner forks, IntPredicate disturbed)
      throws Exception {
    Path file = directory.resolve(Journal.FILE);
    try (Journal journal = Journal.create(file, Made.header(blocks, 0, "a", "b"));
        PlantedWatch watch = new PlantedWatch(disturbed)) {
      new BlockLoop(List.of("a", "b"), forks, watch, journal, new Pace(blocks, maxMinutes))
          .run(Schedule.rehearsal(2, SIZES), Schedule.blocks(2, SIZES, blocks, 1));
      return journal.data();
    }
  }

  private static ForkRunner good() {
    return (block, attempt, position) -> of(CellStatus.VALID, good(2));
  }

  private static Iteration good(double wall) {
    return Made.valid(0, wall, Made.DIGEST);
  }

  private static ForkTry of(CellStatus status, Iteration run) {
    return new ForkTry(status, run.cell().reason(), 0, List.of(run), null, 1, 0.3, 0.6);
  }

  /** Says that a fork was disturbed if its number, from 1 and the rehearsal's included, is one. */
  private static final class PlantedWatch implements Watch {
    private final IntPredicate disturbed;
    private final TelemetryProbe probe = new TelemetryProbe();
    private int fork;

    PlantedWatch(IntPredicate disturbed) {
      this.disturbed = disturbed;
    }

    @Override
    public Before before() {
      return new Before(0.01, probe.snapshot());
    }

    @Override
    public Quiet after(Before before) {
      String why = disturbed.test(++fork) ? "planted" : null;
      return new Quiet(0.01, 0.01, 0.0125, 0, 0, why);
    }

    @Override
    public double takeControlSeconds() {
      return 0;
    }

    @Override
    public void close() {
      // nothing was started
    }
  }
}
