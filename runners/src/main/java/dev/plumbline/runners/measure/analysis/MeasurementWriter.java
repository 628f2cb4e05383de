package dev.plumbline.runners.measure.analysis;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkCosts;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.measure.raw.RawData;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The only way from a raw part to a report. It looks at nothing else, not even the clock, so the
 * same raw part always gives the same bytes. Only blocks that were completed and accepted count.
 */
public final class MeasurementWriter {
  private MeasurementWriter() {}

  /** The report. */
  public static MeasurementReport report(RawData raw) {
    Header header = raw.header();
    List<ArmFigures> arms = header.arms().stream().map(arm -> figures(raw, arm)).toList();
    ArmFigures base = arms.get(0);
    List<ArmFigures> candidates = arms.subList(1, arms.size());
    List<ComparisonFigure> comparisons =
        new Comparisons(arms, header.margin(), Optional.ofNullable(header.busy())).all();
    Analysis analysis =
        new Analysis(
            header.blocks(),
            Math.toIntExact(counting(raw).stream().filter(b -> b.block() > 0).count()),
            Math.toIntExact(raw.blocks().stream().filter(b -> !b.accepted()).count()),
            disturbed(raw),
            raw.end() == null ? Analysis.CUT_OFF : raw.end().reason(),
            arms.stream().flatMap(arm -> arm.all().stream()).toList(),
            comparisons,
            new Composites(base, comparisons, header.seed()).of(candidates, header.sizes()),
            apart(raw) ? new Lines(arms, comparisons).all() : List.of(),
            harness(raw));
    return new MeasurementReport(
        header.envelope().around(MeasurementReport.VERSION, null), raw, analysis);
  }

  /** Builds of before ran all sizes in one fork, where only the first found a cold JVM. */
  private static boolean apart(RawData raw) {
    return raw.forks().stream()
        .flatMap(fork -> fork.iterations().stream())
        .allMatch(run -> run.sizePosition() == 0);
  }

  private static ArmFigures figures(RawData raw, ArmRecord arm) {
    List<Observation> observations = new ArrayList<>();
    for (ForkRecord fork : raw.forks()) {
      if (fork.arm().equals(arm.name()) && counts(raw, fork)) {
        observations.addAll(accepted(raw, fork) ? Observations.of(fork) : Observations.none(fork));
      }
    }
    String said = raw.header().firstMode();
    Mode first = said == null ? Mode.COLD : Mode.of(said);
    return ArmFigures.of(
        arm.name(), proof(raw, arm), raw.header().fingerprint(), first, observations);
  }

  private static String proof(RawData raw, ArmRecord arm) {
    return !arm.kind().equals(ArmRecord.COMMAND)
        ? FigureEvidence.PARITY
        : raw.header().sameOutput() ? FigureEvidence.OUTPUT : FigureEvidence.EXIT_CODE;
  }

  private static List<BlockRecord> counting(RawData raw) {
    return raw.blocks().stream().filter(BlockRecord::accepted).toList();
  }

  private static boolean accepted(RawData raw, ForkRecord fork) {
    return fork.block() > 0
        && counting(raw).stream()
            .anyMatch(b -> b.block() == fork.block() && b.attempt() == fork.attempt());
  }

  /** A fork that ended the measurement counts: what it says is why there is no figure. */
  private static boolean counts(RawData raw, ForkRecord fork) {
    return accepted(raw, fork) || (fork.status() != CellStatus.VALID && endedWith(raw, fork));
  }

  private static boolean endedWith(RawData raw, ForkRecord fork) {
    EndRecord end = raw.end();
    boolean last = raw.forks().indexOf(fork) == raw.forks().size() - 1;
    return last && end != null && !end.reason().equals(EndRecord.COMPLETE);
  }

  private static Map<Integer, String> disturbed(RawData raw) {
    Map<Integer, String> disturbed = new TreeMap<>();
    for (BlockRecord block : counting(raw)) {
      if (block.block() > 0 && block.note() != null) {
        disturbed.put(block.block(), Objects.requireNonNull(block.note()));
      }
    }
    return disturbed;
  }

  private static List<HarnessFigure> harness(RawData raw) {
    Map<String, List<ForkCosts>> costs = new HashMap<>();
    for (ForkRecord fork : raw.forks()) {
      if (fork.costs() != null) {
        costs.computeIfAbsent(fork.arm(), a -> new ArrayList<>()).add(fork.costs());
      }
    }
    List<HarnessFigure> figures = new ArrayList<>();
    for (ArmRecord arm : raw.header().arms()) {
      List<ForkCosts> own = costs.getOrDefault(arm.name(), List.of());
      if (!own.isEmpty()) {
        figures.add(
            new HarnessFigure(
                arm.name(),
                Summary.of(own.stream().mapToDouble(ForkCosts::cycle).toArray()),
                Summary.of(own.stream().mapToDouble(ForkCosts::harness).toArray())));
      }
    }
    return figures;
  }
}
