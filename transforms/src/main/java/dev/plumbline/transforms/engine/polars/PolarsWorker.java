package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process that works on one request at a time. After a failure it is killed, and the next
 * request gets a new one.
 */
final class PolarsWorker {
  private final Polars polars;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable WorkerProcess process;

  PolarsWorker(Polars polars) {
    this.polars = polars;
  }

  /** Starts the process, unless it runs; returns what it said when it was ready. */
  WorkerAnswer start() throws EngineUnavailable {
    turn.lock();
    try {
      return running().ready();
    } finally {
      turn.unlock();
    }
  }

  /** Has it do a piece of work. */
  WorkerAnswer ask(WorkerRequest request) {
    turn.lock();
    try {
      return answer(request);
    } catch (EngineUnavailable e) {
      throw new TableException(request.doing() + ": " + e.getMessage(), e);
    } catch (WorkerFailure e) {
      kill();
      throw new TableException(
          "%s: the polars worker %s".formatted(request.doing(), e.getMessage()), e);
    } finally {
      turn.unlock();
    }
  }

  /** Ends the process, if there is one, whatever it does. */
  void kill() {
    WorkerProcess running = process;
    process = null;
    if (running != null) {
      running.kill();
    }
  }

  /** Ends the process, if there is one, unless it works or starts. */
  void endIfIdle() {
    if (turn.tryLock()) {
      try {
        kill();
      } finally {
        turn.unlock();
      }
    }
  }

  private WorkerAnswer answer(WorkerRequest request) throws EngineUnavailable, WorkerFailure {
    WorkerAnswer answer = running().answer(request, limit());
    if (answer.error() != null) {
      throw new TableException(request.doing() + ": " + answer.error(), null);
    }
    return answer;
  }

  private WorkerProcess running() throws EngineUnavailable {
    WorkerProcess running = process;
    if (running != null && running.isAlive()) {
      return running;
    }
    PolarsWorkers.endIdle(this);
    Path script = polars.worker();
    try {
      WorkerProcess started = WorkerProcess.start(script, polars.settings(), limit());
      process = started;
      return started;
    } catch (IOException e) { // what was installed once does not say that Node is still there
      throw NodeTools.missing("Node", e);
    } catch (WorkerFailure e) {
      // nor that it is still the Node that it was installed with
      NodeTools.ON_PATH.checkNode(Path.of(polars.settings().workDirectory()));
      throw new EngineUnavailable(
          "The polars worker, as 'node %s', does not start: it %s"
              .formatted(script, e.getMessage()),
          e);
    }
  }

  private Duration limit() {
    return Duration.ofSeconds(polars.settings().timeLimitSeconds());
  }
}
