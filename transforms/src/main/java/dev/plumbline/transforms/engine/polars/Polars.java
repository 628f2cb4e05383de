package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.table.TableException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Polars in a process of its own: one for each JVM and value of this record, started when it is
 * first needed and after each failure.
 *
 * @param settings what it may use
 * @param script what Node runs instead of the worker that is installed; empty for that
 */
record Polars(EngineSettings settings, String script) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The worker that is installed, or will be. */
  static Polars installed(EngineSettings settings) {
    return new Polars(settings, "");
  }

  /**
   * Starts it, unless it runs.
   *
   * @return what it said of itself when it was ready
   */
  WorkerAnswer start() throws EngineUnavailable {
    return PolarsWorkers.of(this).start();
  }

  /**
   * Has it do a piece of work.
   *
   * @throws TableException if it cannot be started, fails, dies, hangs or talks rubbish
   */
  WorkerAnswer ask(WorkerRequest request) {
    return PolarsWorkers.of(this).ask(request);
  }

  /** What starting it installs first, in words; empty if nothing. */
  String toInstall() throws EngineUnavailable {
    return script.isEmpty() ? PolarsInstall.here().toInstall() : "";
  }

  /** What Node runs. */
  Path worker() throws EngineUnavailable {
    return script.isEmpty() ? PolarsInstall.here().worker() : Path.of(script);
  }
}
