package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process that works on one request at a time. After a failure it is killed, and the next
 * request gets a new one.
 */
final class PolarsWorker {
  private final Polars polars;
  private volatile @Nullable WorkerProcess process;
  private @Nullable WorkerAnswer ready;
  private long requests;

  PolarsWorker(Polars polars) {
    this.polars = polars;
  }

  /** Starts the process, unless it runs; returns what it said when it was ready. */
  synchronized WorkerAnswer start() throws EngineUnavailable {
    WorkerAnswer known = ready;
    if (known != null && running() != null) {
      return known;
    }
    Path script = polars.worker();
    try {
      WorkerProcess started = WorkerProcess.start(script, polars.settings());
      process = started;
      WorkerAnswer said = started.answer(0, new byte[0], limit());
      ready = said;
      return said;
    } catch (IOException | WorkerFailure e) {
      kill();
      throw new EngineUnavailable(
          "The polars worker cannot be started, as 'node %s': it %s"
              .formatted(script, e.getMessage()),
          e);
    }
  }

  /** Has it do a piece of work. */
  synchronized WorkerAnswer ask(WorkerRequest request) {
    WorkerProcess running = started(request);
    WorkerAnswer answer;
    try {
      long id = ++requests;
      answer = running.answer(id, request.line(id), limit());
    } catch (WorkerFailure e) {
      kill();
      throw new TableException(
          "%s: the polars worker %s".formatted(request.doing(), e.getMessage()), e);
    }
    if (answer.error() != null) {
      throw new TableException(request.doing() + ": " + answer.error(), null);
    }
    return answer;
  }

  /** Ends the process, if there is one. */
  void kill() {
    WorkerProcess running = process;
    process = null;
    if (running != null) {
      running.kill();
    }
  }

  private WorkerProcess started(WorkerRequest request) {
    try {
      start();
    } catch (EngineUnavailable e) {
      throw new TableException(request.doing() + ": " + e.getMessage(), e);
    }
    WorkerProcess running = process;
    if (running == null) {
      throw new TableException(
          request.doing() + ": the polars worker was ended, as this JVM ends", null);
    }
    return running;
  }

  private @Nullable WorkerProcess running() {
    WorkerProcess running = process;
    return running != null && running.isAlive() ? running : null;
  }

  private Duration limit() {
    return Duration.ofSeconds(polars.settings().timeLimitSeconds());
  }
}
