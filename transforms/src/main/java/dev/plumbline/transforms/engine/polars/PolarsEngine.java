package dev.plumbline.transforms.engine.polars;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Polars as an engine.
 *
 * @param polars its process
 */
public record PolarsEngine(Polars polars) implements StorageEngine {
  private static final long serialVersionUID = 1;

  /** Its name. */
  public static final String NAME = "polars";

  /** Polars with these settings; it knows no memory limit. */
  public static PolarsEngine of(EngineSettings settings) {
    return new PolarsEngine(Polars.installed(settings));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Installs Polars if it is not there yet, and starts its process. */
  @Override
  public EngineFacts start() throws EngineUnavailable {
    return new EngineFacts(NAME, polars.start().version(), polars.settings().threads(), "");
  }

  @Override
  public String toInstall() throws EngineUnavailable {
    return polars.toInstall();
  }

  /** The folder that the worker and nodejs-polars are installed in, after installing them. */
  public Path folder() throws EngineUnavailable {
    return Objects.requireNonNull(polars.worker().getParent());
  }

  @Override
  public TableCore scan(TableSchema schema, FileForm form) {
    return new PolarsScan(polars, schema, form);
  }

  @Override
  public TableCore load(TableSchema schema, FileForm form) {
    return new PolarsLoad(polars, schema, form);
  }

  @Override
  public TableCore sums() {
    return new PolarsSums(polars);
  }

  @Override
  public TableCore analytics(Roles roles) {
    return new PolarsAnalytics(polars, roles);
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    return new PolarsJoin(polars, roles, result);
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    return new PolarsCanonicalJoin(polars, roles, result);
  }
}
