package dev.plumbline.runners.results;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The directory of one run. It is hidden and called partial while the run goes on; a run that is
 * done, whatever its evidence says of it, gets its manifest and then, by one rename, its name.
 * Nothing else ever looks complete.
 *
 * @param results folder that holds the runs
 * @param runId UTC start and a random tail, so that names sort by time and never clash
 * @param partial absolute path while the run goes on
 */
public record RunDirectory(Path results, String runId, Path partial) {
  /** Temporary files of a JVM, removed at its end. */
  public static final String TMP = "tmp";

  /** Log of the run's JVM. */
  public static final String LOG = "run.log";

  /** How the run's JVM ended. */
  public static final String ANSWER = "outcome.json";

  /** What the JVM leaves if it crashes. */
  public static final String CRASH_LOG = "crash.log";

  /** The report that a run may leave. */
  public static final String REPORT = "report.json";

  /** What a complete run consists of, with sizes and digests. */
  public static final String MANIFEST = RunManifest.FILE;

  /** The raw part that a measurement leaves, and that outlives it however it ends. */
  public static final String FORKS = "forks.jsonl";

  static final String PARTIAL_SUFFIX = ".partial";
  static final String FAILED_SUFFIX = ".failed";

  private static final Set<String> KEPT_OF_FAILED =
      Set.of(LOG, CRASH_LOG, REPORT, FORKS, OptionsFile.NAME, ANSWER);

  /**
   * Makes a new one, after sweeping what dead runs left.
   *
   * @throws UsageException if the folder cannot be made or written to
   */
  public static RunDirectory create(Path resultsDir) {
    try {
      Path results = Files.createDirectories(resultsDir).toRealPath();
      RunSweep.partials(results);
      String id = RunIds.next();
      Path partial = Files.createDirectory(results.resolve("." + id + PARTIAL_SUFFIX));
      RunOwner.current().write(partial);
      Files.createDirectory(partial.resolve(TMP));
      return new RunDirectory(results, id, partial);
    } catch (IOException e) {
      throw new UsageException(
          "--results-dir: cannot write to the folder '"
              + resultsDir.toAbsolutePath()
              + "': "
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage());
    }
  }

  /** Writes the manifest and gives the run its name; returns the directory under that name. */
  public Path publish() throws IOException {
    FileTree.delete(partial.resolve(TMP));
    RunManifest.of(runId, partial).write(partial);
    Path complete = Files.move(partial, results.resolve(runId), ATOMIC_MOVE);
    DurableFiles.syncDirectory(results);
    Files.deleteIfExists(complete.resolve(RunOwner.FILE));
    return complete;
  }

  /**
   * Copies what is kept of a failed run out of the directory that a JVM of its own worked in.
   *
   * @param own that directory, within the run's
   */
  public static void rescue(Path own, Path run) throws IOException {
    for (String name : KEPT_OF_FAILED) {
      if (Files.exists(own.resolve(name))) {
        Files.copy(own.resolve(name), run.resolve(name), REPLACE_EXISTING);
      }
    }
  }

  /** Keeps the log, the options and what the child told, under a name that says failed. */
  public Path fail() throws IOException {
    for (Path file : FileTree.files(partial)) {
      if (!KEPT_OF_FAILED.contains(partial.relativize(file).toString())) {
        Files.deleteIfExists(file);
      }
    }
    RunSweep.emptyFolders(partial);
    Path failed = Files.move(partial, results.resolve("." + runId + FAILED_SUFFIX), ATOMIC_MOVE);
    RunSweep.failed(results);
    return failed;
  }
}
