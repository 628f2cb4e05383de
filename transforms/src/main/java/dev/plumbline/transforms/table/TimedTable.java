package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.PeakRss;
import dev.plumbline.transforms.clock.ProcessCpu;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.PackedPage;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a {@link TableCore} and notes what it cost. Its CPU time is that of the whole process, since
 * engines have threads of their own; so nothing else may run meanwhile. An engine in another
 * process says itself what it took there ({@link EngineUse}): that CPU time is added. Peak memory
 * is that of this process; the other's stays in the findings.
 *
 * @param core the stage's work
 * @param clock the stage's clock
 */
public record TimedTable(TableCore core, StageClock clock) {
  /** Runs the stage on a table and adds what it found. */
  public Timed<TableRun> run(TableRun run) {
    return run(clock, run, run.given().sizeBytes(), () -> core.run(run.given()));
  }

  /** Runs a stage that takes all pages of an export, and adds what it found. */
  public static Timed<TableRun> run(PageWork work, StageClock clock, List<PackedPage> pages) {
    long bytes = pages.stream().mapToLong(page -> page.data().length).sum();
    return run(clock, TableRun.of(new WrittenTable(List.of())), bytes, () -> work.run(pages));
  }

  private static Timed<TableRun> run(
      StageClock clock, TableRun run, long bytesIn, Supplier<Findings> work) {
    long before = PeakRss.read();
    PeakRss.reset();
    long cpu = ProcessCpu.nanos();
    Lap lap = clock.start();
    Findings findings = work.get();
    StageInterval cost =
        lap.stop(
            ProcessCpu.nanos() - cpu + elsewhere(findings),
            findings.rowsRead(),
            bytesIn,
            findings.files().stream().mapToLong(WrittenFile::sizeBytes).sum(),
            0);
    return new Timed<>(
        run.with(new StageFindings(clock.stage(), findings, before, PeakRss.read())), cost);
  }

  private static long elsewhere(Findings findings) {
    EngineUse use = findings.use();
    return use == null ? 0 : use.cpuNanos();
  }
}
