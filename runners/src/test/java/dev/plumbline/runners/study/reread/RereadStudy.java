package dev.plumbline.runners.study.reread;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.runners.study.PreparedFile;
import dev.plumbline.runners.study.PreparingTask;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.runners.study.TrialLoop;
import dev.plumbline.runners.study.Work;
import dev.plumbline.runners.study.export.WantedExport;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each engine takes to read every value of an export again. */
public final class RereadStudy extends FileStudy<RereadStudy.Prepared> {
  private static final String SCENARIO = "reread";

  /** A study. */
  public RereadStudy(RereadOptions options, Setting setting) {
    super(options, setting);
  }

  /** The files, and what reading them must find. */
  public record Prepared(
      List<EngineReadiness> engines, WrittenTable source, TableSchema schema, Findings expected) {}

  @Override
  public String name() {
    return SCENARIO;
  }

  @Override
  protected Tasks<Prepared> tasks() {
    return new Tasks<>(Preparing.class, Reading.class, Prepared.class);
  }

  @Override
  protected Map<String, List<WorkArm.Work>> works(Prepared prepared) {
    Map<String, List<WorkArm.Work>> arms = new LinkedHashMap<>();
    for (String engine : EngineReadiness.ready(prepared.engines())) {
      arms.put(engine, List.of(new WorkArm.Work(SCENARIO, engine, prepared.source().rows())));
    }
    return arms;
  }

  @Override
  protected List<Long> sizes(Prepared prepared) {
    return List.of(prepared.source().rows());
  }

  @Override
  public Made report(Ready<Prepared> ready, MeasurementReport measured) {
    RereadReport report =
        new RereadReport(
            envelope("reread_v1", measured),
            EngineReadiness.ready(ready.prepared().engines()),
            ready.prepared().source().rows(),
            measured);
    return new Made(report, report.page());
  }

  private static Engine engine(WorkflowOptions how, String name) throws Exception {
    Engines kind = Engines.of(name).orElseThrow();
    Engine engine = kind.with(how.engine().settings(kind, how.running().parallelism()));
    engine.start();
    return engine;
  }

  /** Exports, and lets one engine read. */
  public static final class Preparing extends PreparingTask<RereadOptions> {
    /** For the forked JVM, whose main makes it. */
    public Preparing() {
      super(RereadOptions.class);
    }

    @Override
    protected Prepared prepare(RereadOptions options, List<EngineReadiness> engines, Path directory)
        throws Exception {
      Path own = Files.createDirectories(directory.resolve("rows"));
      WantedExport export = new WantedExport(options.export(), FileForm.PARQUET, own, false);
      export.make(begunNanos());
      List<Path> paths =
          export.files().files().stream().map(WrittenFile::path).map(Path::of).toList();
      TableSchema schema = ParquetFiles.open("rows", paths).schema();
      Findings expected =
          engine(options.export(), Engines.DUCKDB.label()).scan(schema).run(export.files());
      return new Prepared(engines, export.files(), schema, expected);
    }
  }

  /** Reads by one engine. */
  public static final class Reading implements ChildTask {
    /** For the forked JVM, whose main makes it. */
    public Reading() {}

    @Override
    public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
      TrialLoop loop = TrialLoop.begin(directory);
      WorkflowOptions how = request.options(RereadOptions.class).export();
      Prepared prepared = PreparedFile.read(Path.of(request.plan().prepared()), Prepared.class);
      Engine engine = engine(how, request.plan().arm());
      Work reading =
          new Work(
              SCENARIO,
              engine.name(),
              Stage.scanOf(engine.name()),
              prepared.schema(),
              prepared.source(),
              prepared.source().rows(),
              "not known",
              engine.scan(prepared.schema()),
              found -> ResultComparison.ofFigures("duckdb", prepared.expected(), found));
      return loop.run(
          how.running().runner(),
          1,
          request.plan(),
          List.of(reading),
          (trial, work, iteration, position, entries) ->
              trial.run(work, iteration, position, entries));
    }
  }
}
