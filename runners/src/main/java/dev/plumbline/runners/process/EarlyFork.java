package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Starts the JVM of a run at once, while this process still finds out what it is to do: it waits
 * for its request. A run that turns out to want another JVM gets one; then, and if there is no run,
 * the early one is ended and its directory removed.
 */
public final class EarlyFork implements ForkStart, AutoCloseable {
  private final ForkStart usual;
  private final Thread hook = new Thread(this::end, "end-early-jvm");
  private volatile @Nullable Begun begun;

  private record Begun(
      String resultsDir,
      Optional<Path> made,
      RunDirectory directory,
      ChildJvm jvm,
      StartedJvm started) {}

  private EarlyFork(ForkStart usual, @Nullable Begun begun) {
    this.usual = usual;
    this.begun = begun;
  }

  /** Starts none. */
  public static EarlyFork none(ForkStart usual) {
    return new EarlyFork(usual, null);
  }

  /**
   * Starts one with this heap, for a run in this folder; none if it cannot be, which will be said
   * when the run is asked for.
   *
   * @param archive what it does, as the name of its class archive has it
   * @param environment environment variables of this process
   * @param usual starts it, and every other JVM
   */
  public static EarlyFork start(
      String heap,
      String archive,
      String resultsDir,
      Map<String, String> environment,
      ForkStart usual) {
    Optional<Path> made = firstMissing(Path.of(resultsDir).toAbsolutePath().normalize());
    RunDirectory directory;
    try {
      directory = RunDirectory.create(Path.of(resultsDir));
    } catch (UsageException e) {
      return none(usual);
    }
    ChildJvm jvm =
        new ChildJvm(heap, directory.partial(), Terminal.onStandardError(environment), archive);
    try {
      ForkRequest.announce(directory.partial());
      StartedJvm started = usual.start(jvm);
      EarlyFork early = new EarlyFork(usual, new Begun(resultsDir, made, directory, jvm, started));
      Runtime.getRuntime().addShutdownHook(early.hook); // a signal may come before it is asked for
      return early;
    } catch (IOException e) {
      remove(directory, made);
      return none(usual);
    }
  }

  @Override
  public Optional<RunDirectory> begun(ForkedRun run, boolean progressBar) {
    Begun early = begun;
    if (early != null
        && early.jvm.heap().equals(run.heap())
        && run.archive().equals(early.jvm.archive())
        && early.jvm.progressBar() == progressBar
        && early.resultsDir.equals(run.resultsDir())) {
      return Optional.of(early.directory);
    }
    close();
    return Optional.empty();
  }

  @Override
  public StartedJvm start(ChildJvm jvm) throws IOException {
    Begun early = begun;
    if (early != null && early.jvm.equals(jvm)) {
      begun = null;
      removeHook();
      return early.started;
    }
    return usual.start(jvm);
  }

  @Override
  public StartedJvm start(ChildJvm jvm, ClassPath classes, ForkOutput output) throws IOException {
    return usual.start(jvm, classes, output);
  }

  /** Ends the early JVM, if nobody has asked for it. */
  @Override
  public void close() {
    if (begun != null) {
      removeHook();
      end();
    }
  }

  private void end() {
    Begun early = begun;
    begun = null;
    if (early == null) {
      return;
    }
    try {
      early.started.process().destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    early.started.discard();
    remove(early.directory, early.made);
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LoggerFactory.getLogger(EarlyFork.class).debug("this process is ending already", e);
    }
  }

  /** The outermost folder of a path that is not there; none if all are. */
  private static Optional<Path> firstMissing(Path folder) {
    Path missing = null;
    for (Path at = folder; at != null && Files.notExists(at); at = at.getParent()) {
      missing = at;
    }
    return Optional.ofNullable(missing);
  }

  /** With the folders that were made for it, unless something else is in them by now. */
  private static void remove(RunDirectory directory, Optional<Path> made) {
    try {
      FileTree.delete(directory.partial());
      if (made.isPresent()) {
        Path outermost = made.get().toRealPath();
        for (Path at = directory.results();
            at != null && at.startsWith(outermost);
            at = at.getParent()) {
          Files.deleteIfExists(at);
        }
      }
    } catch (IOException | UncheckedIOException e) { // the next run sweeps it
      LoggerFactory.getLogger(EarlyFork.class).debug("{} is left", directory.partial(), e);
    }
  }
}
