package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * DuckDB as an engine.
 *
 * @param duckDb what it may use
 */
public record DuckDbEngine(DuckDb duckDb) implements StorageEngine {
  private static final long serialVersionUID = 1;

  /** Its name. */
  public static final String NAME = "duckdb";

  /** DuckDB with these settings. */
  public static DuckDbEngine of(EngineSettings settings) {
    return new DuckDbEngine(
        new DuckDb(settings.threads(), settings.memoryLimit(), settings.workDirectory()));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Loads the native library, and opens the database. */
  @Override
  public EngineFacts start() throws EngineUnavailable {
    try (Connection connection = duckDb.open()) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      return new EngineFacts(NAME, version, duckDb.threads(), duckDb.memoryLimit());
    } catch (SQLException e) {
      throw new EngineUnavailable("DuckDB cannot be opened here: " + Sql.reason(e), e);
    }
  }

  @Override
  public TableCore scan(TableSchema schema, FileForm form) {
    return new DuckDbScan(duckDb, schema, form);
  }

  @Override
  public TableCore load(TableSchema schema, FileForm form) {
    return new DuckDbLoad(duckDb, schema, form);
  }

  @Override
  public TableCore sums() {
    return new DuckDbSums(duckDb);
  }

  @Override
  public TableCore analytics(Roles roles) {
    return new DuckDbAnalytics(new DuckDbSums(duckDb), roles);
  }

  @Override
  public TableCore join(Roles roles, ResultFiles result) {
    return new DuckDbJoin(duckDb, roles, result);
  }

  @Override
  public TableCore joinCanonical(Roles roles, ResultFiles result) {
    return new DuckDbCanonicalJoin(duckDb, roles, result);
  }
}
