package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.measure.raw.CommandRun;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.statistics.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a fork's observations off its record. */
final class Observations {
  private static final String UNSTEADY = "no steady state";

  private Observations() {}

  /** All of them; of what is not valid, only why. */
  static List<Observation> of(ForkRecord fork) {
    List<Observation> all = new ArrayList<>();
    CommandRun command = fork.command();
    if (command != null) {
      addCommand(fork.block(), command, all);
    } else if (fork.iterations().isEmpty()) {
      String why = fork.reason() == null ? "it brought nothing" : fork.reason();
      all.add(none(fork.block(), "", 0, fork.status(), why, null));
    }
    for (Iteration cold : fork.iterations()) {
      if (cold.iteration() == 0) {
        addCold(fork.block(), cold, all);
        addWarm(fork.block(), cold, warm(fork, cold.sizePosition()), all);
      }
    }
    return all;
  }

  /** Only why there are none: of a fork that ended the measurement. */
  static List<Observation> none(ForkRecord fork) {
    String why = Objects.requireNonNullElse(fork.reason(), "");
    List<Observation> all = new ArrayList<>();
    for (Iteration cold : fork.iterations()) {
      if (cold.iteration() == 0) {
        all.add(
            none(
                fork.block(),
                cold.cell().scenario(),
                cold.cell().rows(),
                fork.status(),
                why,
                null));
      }
    }
    if (all.isEmpty()) {
      all.add(none(fork.block(), "", 0, fork.status(), why, null));
    }
    return all;
  }

  private static void addCommand(int block, CommandRun command, List<Observation> all) {
    CommandRun.Timing timing = command.timing();
    String output = command.outputSha256();
    if (timing == null) {
      String reason = "ended with code " + command.exitCode();
      all.add(none(block, "", 0, CellStatus.FAILED, reason, output));
      return;
    }
    all.add(some(block, "", 0, Metric.WALL, timing.wallSeconds(), output, false));
    if (timing.cpuSeconds() > 0) {
      all.add(some(block, "", 0, Metric.CPU, timing.cpuSeconds(), output, false));
    }
    if (timing.peakRssBytes() > 0) {
      all.add(some(block, "", 0, Metric.PEAK_RSS, (double) timing.peakRssBytes(), output, false));
    }
  }

  private static void addCold(int block, Iteration run, List<Observation> all) {
    Cell cell = run.cell();
    Optional<Cell.Timing> timing = cell.shownTiming();
    String input = input(cell);
    if (timing.isEmpty()) {
      String why = Objects.requireNonNull(cell.reason());
      all.add(none(block, cell.scenario(), cell.rows(), cell.status(), why, input));
      return;
    }
    boolean bound = run.sourceBound();
    all.add(
        some(
            block,
            cell.scenario(),
            cell.rows(),
            Metric.WALL,
            timing.get().wallSeconds(),
            input,
            bound));
    if (run.cpuSeconds() != null && run.cpuSeconds() > 0) {
      all.add(
          some(block, cell.scenario(), cell.rows(), Metric.CPU, run.cpuSeconds(), input, bound));
    }
    if (run.peakRssBytes() > 0) {
      all.add(
          some(
              block,
              cell.scenario(),
              cell.rows(),
              Metric.PEAK_RSS,
              (double) run.peakRssBytes(),
              input,
              bound));
    }
    run.stageSeconds()
        .forEach(
            (stage, seconds) -> {
              if (seconds > 0) {
                all.add(
                    some(
                        block,
                        cell.scenario(),
                        cell.rows(),
                        Metric.stage(stage),
                        seconds,
                        input,
                        bound));
              }
            });
  }

  private static void addWarm(
      int block, Iteration cold, List<Iteration> warm, List<Observation> all) {
    if (warm.isEmpty()) {
      return;
    }
    Function<Iteration, Optional<Double>> wall =
        run -> run.cell().shownTiming().map(Cell.Timing::wallSeconds);
    double[] walls =
        warm.stream().flatMap(run -> wall.apply(run).stream()).mapToDouble(w -> w).toArray();
    Optional<SteadyState> steady =
        walls.length == warm.size() ? SteadyState.of(walls) : Optional.empty();
    boolean bound = warm.stream().anyMatch(Iteration::sourceBound);
    all.add(
        new Observation(
            block,
            cold.cell().scenario(),
            cold.cell().rows(),
            Mode.WARM,
            Metric.WALL,
            steady.isPresent() ? CellStatus.VALID : CellStatus.INVALID,
            steady.map(SteadyState::mean).orElse(null),
            steady.isPresent() ? null : UNSTEADY,
            input(cold.cell()),
            bound));
  }

  private static List<Iteration> warm(ForkRecord fork, int sizePosition) {
    return fork.iterations().stream()
        .filter(run -> run.sizePosition() == sizePosition && run.iteration() > 0)
        .toList();
  }

  private static @Nullable String input(Cell cell) {
    return cell.shownEvidence().map(Evidence::input).map(Evidence.Input::contentHash).orElse(null);
  }

  private static Observation some(
      int block,
      String scenario,
      long rows,
      Metric metric,
      double value,
      @Nullable String input,
      boolean bound) {
    return new Observation(
        block, scenario, rows, Mode.COLD, metric, CellStatus.VALID, value, null, input, bound);
  }

  private static Observation none(
      int block,
      String scenario,
      long rows,
      CellStatus status,
      String why,
      @Nullable String input) {
    return new Observation(
        block, scenario, rows, Mode.COLD, Metric.WALL, status, null, why, input, false);
  }
}
