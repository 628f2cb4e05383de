package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.EngineSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Node process that answers lines with lines. */
final class WorkerProcess {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Process process;
  private final LineReader answers;
  private final LastLine complaints;
  private final WorkerAnswer ready;
  private long requests;

  private WorkerProcess(Process process, Duration limit) throws WorkerFailure {
    this.process = process;
    this.answers = new LineReader(process.getInputStream());
    this.complaints = LastLine.drain(process.getErrorStream());
    this.ready = answer(0, new byte[0], limit);
  }

  /**
   * Starts it, and waits until it is ready. Its temporary files go where the settings say.
   *
   * @throws IOException if there is no Node
   * @throws WorkerFailure if it does not get ready
   */
  static WorkerProcess start(Path script, EngineSettings settings, Duration limit)
      throws IOException, WorkerFailure {
    ProcessBuilder builder = new ProcessBuilder(List.of("node", script.toString()));
    Map<String, String> environment = builder.environment();
    // What a user's shell sets for other work must not change what is measured here.
    environment
        .keySet()
        .removeIf(name -> name.startsWith("POLARS_") || name.equals("NODE_OPTIONS"));
    // Without it a file cannot be opened that has an interval among columns nobody asks for.
    environment.put("POLARS_IMPORT_INTERVAL_AS_STRUCT", "1");
    environment.put("POLARS_MAX_THREADS", Integer.toString(settings.threads()));
    // Without it, nodejs-polars collects in memory, whatever it is asked for.
    environment.put("POLARS_FORCE_NEW_STREAMING", "1");
    environment.put("TMPDIR", settings.workDirectory());
    Process process = builder.start();
    try {
      return new WorkerProcess(process, limit);
    } catch (WorkerFailure e) {
      process.destroyForcibly();
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** What it said when it was ready. */
  WorkerAnswer ready() {
    return ready;
  }

  /**
   * Has it do a piece of work.
   *
   * @throws WorkerFailure if there is no answer, or none to this; then the process is of no use
   */
  WorkerAnswer answer(WorkerRequest request, Duration limit) throws WorkerFailure {
    long id = ++requests;
    return answer(id, request.line(id), limit);
  }

  private WorkerAnswer answer(long id, byte[] line, Duration limit) throws WorkerFailure {
    try (Watchdog watchdog = Watchdog.over(process, limit)) {
      byte[] said;
      try {
        OutputStream in = process.getOutputStream();
        in.write(line);
        in.flush();
        said = answers.next();
      } catch (IOException e) {
        throw watchdog.barked() ? hung(limit) : broken(e);
      }
      if (watchdog.barked()) {
        throw hung(limit);
      }
      return parsed(id, said);
    }
  }

  private static WorkerAnswer parsed(long id, byte[] line) throws WorkerFailure {
    WorkerAnswer answer;
    try {
      answer = AnswerReader.read(line);
    } catch (IOException e) {
      throw new WorkerFailure(
          "printed a line of %d bytes that is no answer".formatted(line.length), e);
    }
    if (answer.id() != id) {
      throw new WorkerFailure("answered request %d instead of %d".formatted(answer.id(), id), null);
    }
    return answer;
  }

  private static WorkerFailure hung(Duration limit) {
    return new WorkerFailure(
        "gave no answer within %d s, and was killed".formatted(limit.toSeconds()), null);
  }

  /** It closed a stream, printed too long a line, or ended; which of it, only its end tells. */
  private WorkerFailure broken(IOException e) {
    if (e instanceof LineReader.TooLong) {
      return new WorkerFailure(String.valueOf(e.getMessage()), e);
    }
    try {
      if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new WorkerFailure("died with " + exit(process.exitValue()) + complaints.quoted(), e);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return new WorkerFailure("broke off without ending: " + e.getMessage(), e);
  }

  private static String exit(int code) {
    // A process that a signal ended is reported by 128 and the signal.
    return code > 128
        ? "exit code %d (signal %d)".formatted(code, code - 128)
        : "exit code " + code;
  }
}
