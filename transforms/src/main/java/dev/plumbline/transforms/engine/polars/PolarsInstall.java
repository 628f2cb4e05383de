package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.engine.CacheFolder;
import dev.plumbline.transforms.engine.EngineUnavailable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the worker and Polars into a cache, once: a later start needs neither npm nor network.
 *
 * @param tools what it is installed with
 * @param cache the cache's folder, absolute
 * @param limit how long npm may take
 */
record PolarsInstall(NodeTools tools, Path cache, Duration limit) {
  private static final Logger LOG = LoggerFactory.getLogger(PolarsInstall.class);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration ABANDONED = Duration.ofDays(1);

  /** An install by what is on the {@code PATH}, into this user's cache. */
  static PolarsInstall here() {
    return new PolarsInstall(NodeTools.ON_PATH, CacheFolder.here(), LIMIT);
  }

  /**
   * What Node runs, after installing it if it is not there yet. Processes that do so at once do not
   * disturb each other.
   */
  Path worker() throws EngineUnavailable {
    try {
      Path installed = cache.resolve(WorkerFiles.folder());
      if (!Files.exists(installed)) {
        Files.createDirectories(cache);
        sweep();
        install(installed);
      }
      return installed.resolve(WorkerFiles.WORKER);
    } catch (IOException e) {
      throw new EngineUnavailable(
          "Polars cannot be installed into %s: %s. Mend it with: export %s=ANOTHER_FOLDER"
              .formatted(cache, e, CacheFolder.VARIABLE),
          e);
    }
  }

  /**
   * What {@link #worker} installs, in words; empty if it is there. Looks for Node and npm, and
   * leaves nothing behind.
   */
  String toInstall() throws EngineUnavailable {
    try {
      if (Files.exists(cache.resolve(WorkerFiles.folder()))) {
        return "";
      }
      Path scratch = Files.createTempDirectory("plumbline-");
      try {
        tools.check(scratch);
      } finally {
        delete(scratch);
      }
      return "nodejs-polars %s, by npm, into %s".formatted(WorkerFiles.POLARS_VERSION, cache);
    } catch (IOException e) {
      throw new EngineUnavailable("It cannot be looked for: " + e, e);
    }
  }

  private void install(Path installed) throws IOException, EngineUnavailable {
    Path unfinished = Files.createTempDirectory(cache, "." + installed.getFileName() + "-");
    try {
      tools.check(unfinished);
      LOG.info("Installing nodejs-polars {} into {}, once", WorkerFiles.POLARS_VERSION, installed);
      WorkerFiles.copy(unfinished);
      npmCi(unfinished);
      tryWorker(unfinished);
      publish(unfinished, installed);
    } finally {
      if (Files.exists(unfinished)) {
        delete(unfinished);
      }
    }
  }

  /** Removes what processes left behind that were killed while they installed. */
  private void sweep() throws IOException {
    Instant oldest = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, ".polars-*")) {
      for (Path directory : left) {
        if (Files.getLastModifiedTime(directory).toInstant().isBefore(oldest)) {
          delete(directory);
        }
      }
    }
  }

  private void npmCi(Path directory) throws EngineUnavailable {
    List<String> command =
        List.of(tools.npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    run("npm ci", command, directory, limit);
  }

  /** npm leaves out a native package that it takes for optional, and says nothing. */
  private void tryWorker(Path directory) throws EngineUnavailable {
    run("its worker", List.of(tools.node(), WorkerFiles.WORKER), directory, limit);
  }

  private static void run(String what, List<String> command, Path directory, Duration limit)
      throws EngineUnavailable {
    String failure;
    try {
      ToolRun run = ToolRun.of(command, directory, directory.resolve("install.log"), limit);
      if (run.exitCode() == 0) {
        return;
      }
      failure =
          "ended with exit code %d, its last words: %s".formatted(run.exitCode(), run.lastLine());
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    }
    throw new EngineUnavailable(
        ("nodejs-polars %s cannot be installed for %s: %s %s."
                + " It will work once this answers: npm view nodejs-polars@%s version")
            .formatted(
                WorkerFiles.POLARS_VERSION,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                what,
                failure,
                WorkerFiles.POLARS_VERSION),
        null);
  }

  private static void publish(Path unfinished, Path installed) throws IOException {
    try {
      Files.move(unfinished, installed, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(installed)) {
        throw e;
      } // else another process was faster, with the same content
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
