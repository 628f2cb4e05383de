package dev.plumbline.runners.doctor;

import dev.plumbline.runners.machine.LibraryVersions;
import dev.plumbline.runners.runner.Runner;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.list.Engines;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The libraries: an engine that loads, and the runners. */
final class LibraryChecks {
  private static final String REBUILD = "mvn install -DskipTests";

  private LibraryChecks() {}

  /**
   * All of them.
   *
   * @param install whether to install from a network what an engine lacks
   */
  static List<Check> all(boolean install) {
    List<Check> checks = new ArrayList<>(List.of(duckdb(), polars(install)));
    for (Runners runner : Runners.values()) {
      runner.runner().libraries().forEach(library -> checks.add(present(library, runner)));
    }
    return checks;
  }

  private static Check duckdb() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select 1, version()")) {
      answer.next();
      return Check.ok("DuckDB", answer.getString(2) + ", answers select " + answer.getInt(1));
    } catch (SQLException | LinkageError e) {
      String disables = "every pipeline: scan, join and analytics run in DuckDB by default";
      return Check.missing("DuckDB", e.toString(), disables, REBUILD);
    }
  }

  private static Check polars(boolean install) {
    EngineSettings settings =
        new EngineSettings(1, "1GB", System.getProperty("java.io.tmpdir", "."), 60);
    try {
      Engine polars = Engines.POLARS.with(settings);
      String lacking = install ? "" : polars.toInstall();
      return Check.ok(
          "Polars",
          lacking.isEmpty()
              ? polars.start().version()
              : "not installed yet: the first use, or 'doctor --install', gets %s"
                  .formatted(lacking));
    } catch (EngineUnavailable e) {
      String[] said = String.valueOf(e.getMessage()).split(" Mend it with: ", 2);
      return Check.missing(
          "Polars",
          said[0],
          "etl --engine polars, and polars among engines and storage",
          said.length > 1 ? said[1] : "Node 20 or later, with npm");
    }
  }

  private static Check present(Runner.Library library, Runners runner) {
    String lacking = "no " + library.className();
    return LibraryVersions.of(library.className())
        .map(version -> Check.ok(library.name(), version))
        .orElseGet(
            () -> Check.missing(library.name(), lacking, "--runner " + runner.label(), REBUILD));
  }
}
