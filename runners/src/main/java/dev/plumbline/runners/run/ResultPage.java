package dev.plumbline.runners.run;

import static dev.plumbline.runners.report.Numbers.count;
import static dev.plumbline.runners.report.Numbers.format;
import static dev.plumbline.runners.report.Numbers.percent;
import static dev.plumbline.runners.report.Numbers.thousandths;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.HandedRecord;
import dev.plumbline.pipelines.report.ParityRecord;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.pipelines.report.StageTiming;
import dev.plumbline.runners.parity.ComparisonPage;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run's result for people; where there is no time, the status stands in its place. */
record ResultPage(RunReport report) {
  /** So few rows a second are shown with a digit behind the point. */
  private static final double FEW = 10;

  /** From this share of the wall on it is said that a run is mostly starting up. */
  private static final double MOSTLY = 0.25;

  private static final int MORE = 10;

  private Cell cell() {
    return report.cell();
  }

  /** The page. */
  Page page() {
    List<Page.Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(title()));
    blocks.add(stages());
    blocks.add(new Paragraph(mostlyStartingUp()));
    blocks.add(Table.facts(facts()));
    report.parity().values().stream()
        .map(ParityRecord::difference)
        .filter(Objects::nonNull)
        .forEach(difference -> blocks.addAll(ComparisonPage.difference(difference)));
    return new Page(blocks);
  }

  private String title() {
    return format(
        "%s by %s on %s: %,d rows, %s",
        cell().scenario(),
        cell().engine(),
        cell().runner(),
        cell().rows(),
        cell().status().label());
  }

  private Table stages() {
    List<Row> rows = new ArrayList<>();
    report.stageTimings().forEach((name, timing) -> rows.add(stage(name, timing)));
    ofWall().forEach((name, seconds) -> rows.add(part(shown(name), seconds)));
    cell()
        .shownTiming()
        .map(Cell.Timing::unattributedSeconds)
        .ifPresent(
            unattributed -> {
              double named = ofWall().values().stream().mapToDouble(Double::doubleValue).sum();
              rows.add(
                  part("between stages", Math.max(0, unattributed - named))); // of sums of doubles
            });
    return new Table(
        List.of(
            Column.text("stage"),
            Column.number("rows"),
            Column.number("elapsed s"),
            Column.number("busy s"),
            Column.number("cpu s"),
            Column.number("of wall")),
        rows);
  }

  private Row stage(String name, StageTiming timing) {
    Long rows = timing.stage().rowsFetched();
    return Row.of(
        name,
        rows == null ? "" : count(rows),
        seconds(timing.stage().elapsedSeconds()),
        seconds(timing.busySeconds()),
        seconds(timing.stage().cpuSeconds()),
        timing.attributedSeconds() == null ? "" : share(timing.attributedSeconds()));
  }

  private Row part(String name, double seconds) {
    return Row.of(name, "", "", "", "", share(seconds));
  }

  /** The parts of the wall in which no stage was active, so that the column adds up. */
  private Map<String, Double> ofWall() {
    Map<String, Double> parts = new LinkedHashMap<>(report.ledger());
    parts.keySet().removeIf(name -> !name.startsWith(Ledger.OF_WALL));
    return parts;
  }

  private static String shown(String part) {
    return part.substring(Ledger.OF_WALL.length()).replace('_', ' ');
  }

  private List<String> mostlyStartingUp() {
    double startUp =
        ofWall().entrySet().stream()
            .filter(part -> !part.getKey().equals(WallEdges.AFTER))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return cell()
        .shownTiming()
        .map(timing -> startUp / timing.wallSeconds())
        .filter(share -> share > MOSTLY)
        .map(
            share ->
                format(
                    "at this size much of what is measured is starting up: %.0f %% of the wall;"
                        + " try --rows-target %d",
                    100 * share, MORE * cell().rows()))
        .stream()
        .toList();
  }

  private List<Row> facts() {
    List<Row> facts = new ArrayList<>();
    facts.add(
        cell()
            .shownTiming()
            .map(t -> Row.of("wall", format("%.3f s, ", t.wallSeconds()) + rate(t)))
            .orElseGet(() -> Row.of("no time", cell().status().label() + ": " + reason())));
    archived(report.envelope().environment().path("jvm").path("classes"), facts);
    cell()
        .shownEvidence()
        .ifPresent(
            e ->
                facts.add(
                    Row.of(
                        "parity",
                        "%s (content_hash %s)"
                            .formatted(
                                e.parity(),
                                Objects.requireNonNullElse(
                                    e.input().contentHash(), "not known")))));
    report.parity().forEach((name, held) -> facts.add(Row.of("", name + ": " + held(held))));
    report.handed().forEach(pages -> facts.add(Row.of("", handed(pages))));
    report.notValidated().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Proof.WORKFLOWS)) // held only where both have run
        .forEach(
            entry ->
                facts.add(
                    Row.of(
                        "", "%s: not validated (%s)".formatted(entry.getKey(), entry.getValue()))));
    return facts;
  }

  private static String rate(Cell.Timing timing) {
    return format(
        timing.rowsPerSecond() < FEW ? "%,.1f rows/s" : "%,.0f rows/s", timing.rowsPerSecond());
  }

  private static String held(ParityRecord held) {
    String right = held.right().source();
    return held.left().source()
        + " = "
        + (held.equivalent()
            ? right
            : "DIFFERENT from " + right + " in " + held.columns().differing());
  }

  private static String handed(HandedRecord pages) {
    return "graph: %s pages of %s %s %s"
        .formatted(
            count(pages.given().pages()),
            pages.from(),
            pages.match() ? "=" : "DIFFERENT from %s of".formatted(count(pages.taken().pages())),
            pages.to());
  }

  /** Starting is part of what a cold run measures: whether its classes came from an archive. */
  private static void archived(JsonNode classes, List<Row> facts) {
    if (classes.hasNonNull("digest")
        && classes.hasNonNull("loaded")
        && classes.hasNonNull("shared")) {
      facts.add(
          Row.of(
              "classes",
              format(
                  "%.0f %% of %,d from an archive (%s)",
                  100.0 * classes.path("shared").asLong() / classes.path("loaded").asLong(),
                  classes.path("loaded").asLong(),
                  classes.path("archive").asText())));
    }
  }

  /** A difference is told once, with the rows that show it; the last line names it, too. */
  private @Nullable String reason() {
    return report.parity().values().stream().allMatch(ParityRecord::equivalent)
        ? cell().reason()
        : "the content differs";
  }

  private String seconds(@Nullable Double value) {
    return value == null ? cell().status().label() : thousandths(value);
  }

  private String share(double seconds) {
    return cell().shownTiming().map(t -> percent(seconds / t.wallSeconds())).orElse("");
  }
}
