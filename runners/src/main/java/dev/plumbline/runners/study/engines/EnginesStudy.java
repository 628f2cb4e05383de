package dev.plumbline.runners.study.engines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.FileStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Engines measured against each other: each does the same works over the same files, and holds its
 * results to the same reference.
 */
public final class EnginesStudy extends FileStudy<Prepared> {
  /** Where in the run's directory the rehearsals leave their comparisons. */
  static final String PARITY = "parity";

  /** A study. */
  public EnginesStudy(EnginesOptions options, Setting setting) {
    super(options, setting);
  }

  @Override
  public String name() {
    return "engines";
  }

  @Override
  protected Tasks<Prepared> tasks() {
    return new Tasks<>(PrepareChild.class, EngineChild.class, Prepared.class);
  }

  @Override
  protected Map<String, List<WorkArm.Work>> works(Prepared prepared) {
    Map<String, List<WorkArm.Work>> arms = new LinkedHashMap<>();
    for (String engine : EngineReadiness.ready(prepared.engines())) {
      arms.put(
          engine,
          EngineTrial.all(prepared).stream()
              .map(trial -> new WorkArm.Work(trial.scenario(), engine, prepared.rows(trial)))
              .toList());
    }
    return arms;
  }

  @Override
  protected List<Long> sizes(Prepared prepared) {
    return List.of(
        EngineTrial.all(prepared).stream().mapToLong(prepared::rows).max().orElseThrow());
  }

  @Override
  public Made report(Ready<Prepared> ready, MeasurementReport measured) {
    EnginesReport report = report(ready.prepared(), parity(ready.folder()), measured);
    return new Made(report, new EnginesPage(report).page());
  }

  private EnginesReport report(
      Prepared ready, Map<String, JsonNode> parity, MeasurementReport measured) {
    Map<String, EnginesReport.Input> inputs = new LinkedHashMap<>();
    ready.kinds().forEach((name, kind) -> inputs.put(name, input(kind)));
    return new EnginesReport(
        envelope(EnginesReport.VERSION, measured),
        ready.engines(),
        inputs,
        parity,
        Fastest.of(measured),
        measured);
  }

  private static EnginesReport.Input input(Prepared.Kind kind) {
    Map<String, String> columns = new LinkedHashMap<>();
    kind.input().schema().columns().forEach(c -> columns.put(c.name(), c.type().label()));
    Map<String, Long> canonical = new LinkedHashMap<>();
    kind.input()
        .canonical()
        .files()
        .forEach(
            file ->
                canonical.put(
                    String.valueOf(Path.of(file.path()).getFileName()).replace(".parquet", ""),
                    file.rows()));
    return new EnginesReport.Input(
        kind.input().source().rows(),
        kind.input().source().sizeBytes(),
        kind.input().contentHash(),
        columns,
        Collections.unmodifiableMap(canonical),
        kind.canonicalSeconds(),
        kind.reference(),
        kind.provenance());
  }

  /** What the rehearsals left, by scenario and engine. */
  private static Map<String, JsonNode> parity(Path prepared) {
    Path folder = prepared.resolveSibling(PARITY);
    Map<String, JsonNode> parity = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return parity; // no engine came so far
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replace(".json", "");
        parity.put(name, Json.mapper().readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the comparisons in " + folder, e);
    }
    return parity;
  }
}
