package dev.plumbline.runners.study;

import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.StudyOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The JVM that makes ready what a study measures, and measures nothing.
 *
 * @param <O> what was asked for
 */
public abstract class PreparingTask<O extends StudyOptions> implements ChildTask {
  private final Class<O> type;
  private final long begunNanos = System.nanoTime();

  /** For the forked JVM, whose main makes it. */
  protected PreparingTask(Class<O> type) {
    this.type = type;
  }

  /**
   * Makes everything ready.
   *
   * @param engines which engines can work here
   * @param directory where its files go, absolute
   * @return what the study's forks and its report need to know of it, as JSON has it
   * @throws StudyEnded if it speaks against a measurement
   */
  protected abstract Object prepare(O options, List<EngineReadiness> engines, Path directory)
      throws Exception;

  @Override
  public final ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    O options = request.options(type);
    Readiness engines = new Readiness(options.export(), options.engines(), options.named());
    List<EngineReadiness> readiness = engines.all();
    Optional<ChildOutcome> missing = engines.missing(readiness, begunNanos);
    if (missing.isPresent()) {
      return missing.get();
    }
    try {
      PreparedFile.write(directory, prepare(options, readiness, directory));
    } catch (StudyEnded e) {
      return e.outcome();
    }
    return ChildOutcome.ended(begunNanos);
  }

  /** What it is to end with where a proof speaks against what was made. */
  protected final StudyEnded different(String message) {
    return new StudyEnded(
        ChildOutcome.ended(ExitCode.PARITY_FAILURE, "ParityMismatch", message, begunNanos));
  }

  /** When it began. */
  protected final long begunNanos() {
    return begunNanos;
  }
}
