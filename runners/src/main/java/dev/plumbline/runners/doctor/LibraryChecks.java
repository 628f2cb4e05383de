package dev.plumbline.runners.doctor;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.machine.LibraryVersions;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.engine.polars.PolarsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The libraries: an engine that loads, and the runners. */
final class LibraryChecks {
  private static final String REBUILD = "mvn install -DskipTests";

  private LibraryChecks() {}

  static List<Check> all(boolean install) {
    return List.of(
        duckdb(),
        polars(install),
        present("Beam DirectRunner", "org.apache.beam.runners.direct.DirectRunner", "direct"),
        present("Beam FlinkRunner", "org.apache.beam.runners.flink.FlinkRunner", "flink-local"),
        present(
            "Flink MiniCluster",
            "org.apache.flink.runtime.minicluster.MiniCluster",
            "flink-local"));
  }

  private static Check duckdb() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select 1, version()")) {
      answer.next();
      return Check.ok("DuckDB", answer.getString(2) + ", answers select " + answer.getInt(1));
    } catch (SQLException | LinkageError e) {
      String disables = "every pipeline: scan, analytics and transform run in DuckDB";
      return Check.missing("DuckDB", e.toString(), disables, REBUILD);
    }
  }

  private static Check polars(boolean install) {
    EngineSettings settings =
        new EngineSettings(1, "1GB", System.getProperty("java.io.tmpdir", "."), 60);
    try {
      if (!install && !installed()) {
        return installable();
      }
      return Check.ok("Polars", Engines.POLARS.with(settings).start().version());
    } catch (EngineUnavailable e) {
      String[] said = String.valueOf(e.getMessage()).split(" Mend it with: ", 2);
      return Check.missing(
          "Polars",
          said[0],
          "etl --engine polars, and polars among engines and storage",
          said.length > 1 ? said[1] : "Node 20 or later, with npm");
    }
  }

  private static boolean installed() throws EngineUnavailable {
    try {
      return PolarsEngine.isInstalled();
    } catch (IOException e) {
      throw new EngineUnavailable("this program is not whole: " + e, e);
    }
  }

  /** Looks for the tools in a folder that is gone afterwards. */
  private static Check installable() throws EngineUnavailable {
    try {
      Path own = Files.createTempDirectory("plumbline-doctor-");
      try {
        PolarsEngine.checkTools(own);
      } finally {
        FileTree.delete(own);
      }
    } catch (IOException e) {
      throw new EngineUnavailable("Node was not looked for: " + e, e);
    }
    return Check.ok(
        "Polars", "not installed; installs itself when it is first needed, or by doctor --install");
  }

  private static Check present(String what, String className, String runner) {
    return LibraryVersions.of(className)
        .map(version -> Check.ok(what, version))
        .orElseGet(() -> Check.missing(what, "no " + className, "--runner " + runner, REBUILD));
  }
}
