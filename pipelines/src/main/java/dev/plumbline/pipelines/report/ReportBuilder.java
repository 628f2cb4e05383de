package dev.plumbline.pipelines.report;

import dev.plumbline.parity.locate.SampleRows;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.WrittenFile;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a report: weighs the evidence, and leaves out every time of a run that is not
 * valid.
 *
 * @param context what the report says beside the run
 * @param plan what was exported
 * @param ran the pipeline that ran
 * @param proof what was proven of it
 */
public record ReportBuilder(ReportContext context, ExportPlan plan, RanPipeline ran, Proof proof) {

  /**
   * The report.
   *
   * @param engine the pipeline's engine
   * @param home the directory that artifacts are named relative to
   */
  public RunReport build(EngineFacts engine, Path home) {
    Cell cell = new CellBuilder(ran, plan, proof, shownNames()).cell(engine.name());
    boolean times = cell.shownTiming().isPresent();
    StageTable stages = new StageTable(ran);
    String query = plan.fetch().query().xml();
    return new RunReport(
        context.envelope(),
        EngineRecord.of(engine, ran, times),
        cell,
        parity(),
        handed(),
        notValidated(),
        sampleRows(),
        stages.model(times),
        stages.timings(times),
        ledger(times),
        memory(),
        figures(),
        context.showQuery() ? query : Hidden.hash(query),
        columns(),
        context.source(),
        context.telemetry(),
        artifacts(home));
  }

  /** Parts of the wall time are withheld with it. */
  private Map<String, Double> ledger(boolean times) {
    Map<String, Double> shown = new LinkedHashMap<>(context.ledger());
    shown.keySet().removeIf(name -> !times && name.startsWith("of_wall_"));
    return shown;
  }

  private ShownNames shownNames() {
    return new ShownNames(context.showQuery(), plan.schema().table().names());
  }

  private Map<String, ParityRecord> parity() {
    Map<String, ParityRecord> parity = new LinkedHashMap<>();
    ShownNames shown = shownNames();
    ShownNames relation = new ShownNames(context.showQuery(), Score.COLUMNS);
    proof
        .comparisons()
        .forEach(
            (name, c) ->
                parity.put(
                    name, ParityRecord.of(c, Proof.OF_RELATION.contains(name) ? relation : shown)));
    return parity;
  }

  private List<HandedRecord> handed() {
    return proof.verdict().stream()
        .flatMap(verdict -> verdict.handed().stream())
        .map(HandedRecord::of)
        .toList();
  }

  private @Nullable List<Map<String, @Nullable String>> sampleRows() {
    return proof
        .rows()
        .filter(rows -> context.showSample())
        .map(rows -> SampleRows.of(rows.table(), rows.witness().digest().sample()))
        .orElse(null);
  }

  private Map<String, String> notValidated() {
    Map<String, String> missing = new LinkedHashMap<>();
    if (!proof.comparisons().containsKey(Proof.SOURCE)) {
      missing.put(
          "source",
          proof.rows().isPresent() && ran.spec().writeStage().isEmpty()
              ? "the judge's side output was off, and no file of the rows was left"
              : "only the mine knows what it holds; rows were counted against its own count");
    }
    ran.spec()
        .writeStage()
        .map(Stage::label)
        .filter(write -> !proof.comparisons().containsKey(write))
        .ifPresent(write -> missing.put(write, "the judge's side output was off"));
    if (ran.spec().stages().contains(Stage.JOIN) && !proof.comparisons().containsKey(Proof.JOIN)) {
      missing.put(
          Proof.JOIN,
          proof.rows().isEmpty()
              ? "no file of the rows was left, and only the mine can give them again"
              : "its relation was compared with no other engine's");
    }
    if (ran.spec().stages().contains(Stage.JOIN)
        && !proof.comparisons().containsKey(Proof.RELATION)) {
      missing.put(
          Proof.RELATION,
          proof.verdict().isEmpty()
              ? "the judge's side output was off"
              : "the rows were not right: the relation was not looked at");
    }
    if (ran.spec().stages().contains(Stage.JOIN)
        && !proof.comparisons().containsKey(Proof.WORKFLOWS)) {
      missing.put(
          Proof.WORKFLOWS,
          "elt and etl have not both run on this input, as far as the results folder says");
    }
    return missing;
  }

  private RunReport.Memory memory() {
    List<StageFindings> findings = ran.findings().tables().findings();
    long export = findings.isEmpty() ? 0 : findings.get(0).peakRssBeforeBytes();
    long peak =
        findings.stream()
            .flatMap(f -> Stream.of(f.peakRssBeforeBytes(), f.peakRssBytes()))
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return new RunReport.Memory("process", export, peak, context.rssMethod());
  }

  private Map<String, Map<String, BigInteger>> figures() {
    Map<String, Map<String, BigInteger>> figures = new LinkedHashMap<>();
    for (StageFindings stage : ran.findings().tables().findings()) {
      figures.put(stage.stage(), shown(stage.findings().figures()));
    }
    return figures;
  }

  /** Figures of columns carry their names; where these are hidden, their places stand for them. */
  private Map<String, BigInteger> shown(Map<String, BigInteger> figures) {
    if (context.showQuery()) {
      return figures;
    }
    List<String> names = plan.schema().table().names();
    Map<String, BigInteger> hidden = new LinkedHashMap<>();
    figures.forEach(
        (name, value) -> {
          int place = names.indexOf(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
          hidden.put(
              place < 0 ? name : "column_" + (place + 1) + name.substring(name.lastIndexOf('.')),
              value);
        });
    return hidden;
  }

  private @Nullable Map<String, String> columns() {
    if (!context.showQuery()) {
      return null;
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (ViewColumn view : plan.schema().views()) {
      columns.put(view.column().name(), view.mineType());
    }
    return columns;
  }

  private List<Artifact> artifacts(Path home) {
    List<WrittenFile> files = new ArrayList<>(ran.findings().tables().table().files());
    ran.findings().tables().findings().forEach(f -> files.addAll(f.findings().files()));
    return files.stream()
        .map(
            f ->
                new Artifact(
                    home.toAbsolutePath().relativize(Path.of(f.path())).toString(),
                    f.rows(),
                    f.sizeBytes()))
        .toList();
  }
}
