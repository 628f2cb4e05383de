package dev.plumbline.transforms.engine.beam;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.beam.core.AnalyticsWork;
import dev.plumbline.transforms.engine.beam.core.CanonicalJoinWork;
import dev.plumbline.transforms.engine.beam.core.JoinWork;
import dev.plumbline.transforms.engine.beam.core.ScanWork;
import dev.plumbline.transforms.engine.beam.core.SumsWork;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import java.util.Optional;
import org.apache.beam.sdk.util.ReleaseInfo;

/**
 * Beam as an engine: on a runner its graph, spread over all workers; without one the same classes
 * in a plain loop.
 *
 * @param threads how many threads the plain loop has
 */
public record BeamEngine(int threads) implements Engine {
  private static final long serialVersionUID = 1;

  /** Its name. */
  public static final String NAME = "beam";

  /** Beam with these settings; its runner, not this, bounds its memory. */
  public static BeamEngine of(EngineSettings settings) {
    return new BeamEngine(settings.threads());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Nothing has to be started. */
  @Override
  public EngineFacts start() {
    return new EngineFacts(NAME, ReleaseInfo.getReleaseInfo().getVersion(), threads, "");
  }

  @Override
  public boolean isSpread() {
    return true;
  }

  @Override
  public TableCore scan(TableSchema schema) {
    return new SpreadRead(new ScanWork(schema), threads);
  }

  @Override
  public TableCore sums() {
    return new SpreadRead(new SumsWork(), threads);
  }

  @Override
  public TableCore analytics(Roles roles) {
    return new SpreadWork(new AnalyticsWork(roles), threads);
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    return new SpreadWork(new JoinWork(roles, result), threads);
  }

  @Override
  public Optional<PageWork> joinPages(
      TableSchema schema, long rows, Roles roles, ResultFiles result) {
    return Optional.of(new SpreadPages(new JoinWork(roles, result), result, schema, rows, threads));
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    return new SpreadWork(new CanonicalJoinWork(roles, result), threads);
  }
}
