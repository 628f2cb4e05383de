package dev.plumbline.runners.study.engines;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.PreparingTask;
import dev.plumbline.runners.study.export.Provenance;
import dev.plumbline.runners.study.export.WantedExport;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes everything ready that engines are measured by, and measures nothing: the export, proven;
 * the canonical tables; the results that every engine's must be equal to; and which engines can
 * work here.
 */
@TaskName("prepare_engines")
public final class PrepareChild extends PreparingTask<EnginesOptions> {
  private static final Logger log = LoggerFactory.getLogger(PrepareChild.class);

  /** For the forked JVM, whose main makes it. */
  public PrepareChild() {
    super(EnginesOptions.class);
  }

  @Override
  protected Prepared prepare(EnginesOptions options, List<EngineReadiness> engines, Path directory)
      throws Exception {
    Map<String, Prepared.Kind> kinds = new LinkedHashMap<>();
    for (QueryKind kind : options.kinds()) {
      Path own = Files.createDirectories(directory.resolve(kind.name()));
      ReplayPaths replay = options.replay();
      if (replay != null) {
        WrittenTable source = ReplayedSource.of(options, replay, kind);
        kinds.put(kind.name(), kind(options, own, source, Provenance.OWN));
      } else {
        WorkflowOptions asked = options.export().withQuery(kind);
        WantedExport export = new WantedExport(asked, FileForm.PARQUET, own, options.reuse());
        export.make(begunNanos());
        kinds.put(kind.name(), kind(options, own, export.files(), export.provenance()));
      }
    }
    return new Prepared(engines, kinds);
  }

  private static Prepared.Kind kind(
      EnginesOptions options, Path directory, WrittenTable source, Provenance provenance)
      throws Exception {
    Sources sources = Sources.of(source);
    Path canonical = Files.createDirectories(directory.resolve("canonical"));
    DuckDbEngine duckDb = DuckDbEngine.of(settings(options, Engines.DUCKDB));
    log.info("making the canonical tables of {} rows", source.rows());
    long start = System.nanoTime();
    WrittenTable tables =
        new DuckDbCanonical(duckDb.duckDb(), Roles.of(sources.schema())).write(source, canonical);
    double seconds = (System.nanoTime() - start) / 1e9;
    EngineInput input = new EngineInput(sources.schema(), source, tables, sources.contentHash());
    Engines reference =
        options.engines().equals(List.of(Engines.DUCKDB.label())) ? Engines.BEAM : Engines.DUCKDB;
    Engine engine = reference.with(settings(options, reference));
    engine.start();
    log.info("making the reference results with {}", engine.name());
    return new Prepared.Kind(
        input, engine.name(), ReferenceResults.of(engine, input, directory), seconds, provenance);
  }

  static EngineSettings settings(EnginesOptions options, Engines engine) {
    return options.export().engine().settings(engine, options.export().running().parallelism());
  }
}
