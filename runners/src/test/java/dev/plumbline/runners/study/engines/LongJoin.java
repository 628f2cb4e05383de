package dev.plumbline.runners.study.engines;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineFacts;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A fork whose engine joins many more rows than there are, so that it can be found at work. */
public final class LongJoin extends EngineChild {
  /** What its tables stand in, in its folder. */
  static final String TABLES = "tables";

  private static final int ROWS = 3_000_000;

  /** Where the engine joins, for a run with this results folder. */
  static Path folder(Path results) {
    return results.toAbsolutePath().resolveSibling("long join");
  }

  @Override
  protected Engine engine(ForkPlan fork, EnginesOptions options) {
    Path folder = folder(Path.of(options.export().output().resultsDir()));
    return new Joining(super.engine(fork, options), folder.toString());
  }

  private record Joining(Engine real, String folder) implements Engine {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public EngineFacts start() throws EngineUnavailable {
      return real.start();
    }

    @Override
    public TableCore scan(TableSchema schema) {
      return real.scan(schema);
    }

    @Override
    public TableCore analytics(Roles roles) {
      return real.analytics(roles);
    }

    @Override
    public TableCore sums() {
      return real.sums();
    }

    @Override
    public TableCore join(Roles roles, ResultFiles result) {
      return real.join(roles, result);
    }

    @Override
    public TableCore joinCanonical(Roles roles, ResultFiles result) {
      TableCore many = real.joinCanonical(roles, new ResultFiles(folder, result.name()));
      return table -> many.run(tables(Path.of(folder, TABLES)));
    }
  }

  private static WrittenTable tables(Path folder) {
    List<WrittenFile> files = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      Files.createDirectories(folder);
      for (String name : CanonicalTables.NAMES) {
        Path file = folder.resolve(name + ".parquet");
        statement.execute(
            "COPY (SELECT 'key ' || i AS key, 'value ' || i AS %s FROM range(%d) AS t(i)) TO '%s'"
                .formatted(name, ROWS, file));
        files.add(new WrittenFile(file.toString(), ROWS, Files.size(file)));
      }
      return new WrittenTable(files);
    } catch (Exception e) {
      throw new AssertionError("the long join could not be made ready", e);
    }
  }
}
