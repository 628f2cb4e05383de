package dev.plumbline.pipelines.engines;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;
import java.util.Locale;

/** What an engine is measured by: each is a scenario of its own. */
public enum EngineWork {
  /** Every value of the source read once. */
  SCAN,
  /** The source grouped, joined, scored and summed up. */
  ANALYTICS,
  /** The source grouped, joined and scored, and the relation written. */
  ENGINE_PIPELINE,
  /** The three canonical tables joined in full, and the relation written. */
  JOIN_ENGINE;

  /** The scenario's name. */
  public String scenario() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what the one scenario's work does, the other's does, too, and more. */
  public static boolean isPart(String part, String whole) {
    String kind = whole.replaceFirst("[.]" + ENGINE_PIPELINE.scenario() + "$", "");
    return !kind.equals(whole) && part.equals(kind + "." + ANALYTICS.scenario());
  }

  /** The stage that does it. */
  public Stage stage(Engine engine) {
    return switch (this) {
      case SCAN -> Stage.scanOf(engine.name());
      case ANALYTICS -> Stage.ANALYTICS;
      case ENGINE_PIPELINE -> Stage.JOIN;
      case JOIN_ENGINE -> Stage.CANONICAL_JOIN;
    };
  }

  /** Whether its result is a relation in files; else it is figures alone. */
  public boolean writes() {
    return this == ENGINE_PIPELINE || this == JOIN_ENGINE;
  }

  /** The columns of its relation, in order; none if its result is figures. */
  public List<String> columns() {
    return switch (this) {
      case SCAN, ANALYTICS -> List.of();
      case ENGINE_PIPELINE -> Score.COLUMNS;
      case JOIN_ENGINE -> CanonicalTables.JOINED;
    };
  }

  /** The table that it takes in. */
  public WrittenTable input(EngineInput input) {
    return this == JOIN_ENGINE ? input.canonical() : input.source();
  }

  /** The engine's work. */
  public TableCore core(Engine engine, EngineInput input, ResultFiles result) {
    Roles roles = Roles.of(input.schema());
    return switch (this) {
      case SCAN -> engine.scan(input.schema());
      case ANALYTICS -> engine.analytics(roles);
      case ENGINE_PIPELINE -> engine.join(roles, result);
      case JOIN_ENGINE -> engine.joinCanonical(roles, result);
    };
  }

  /**
   * The pipeline: the table that is there, and the work on it.
   *
   * @param result where a relation goes
   */
  public PipelineSpec spec(Engine engine, EngineInput input, ResultFiles result) {
    return WorkSpec.of(
        scenario(), input.schema(), input(input), stage(engine), core(engine, input, result));
  }
}
