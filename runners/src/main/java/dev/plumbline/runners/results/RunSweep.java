package dev.plumbline.runners.results;

import dev.plumbline.runners.machine.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what earlier runs left in a results folder and nobody needs any more. */
final class RunSweep {
  private static final int FAILED_KEPT = 5;

  private RunSweep() {}

  /**
   * Deletes the partial directories of processes that are gone; of a measurement that was killed,
   * its forks are kept, as of one that failed.
   */
  static void partials(Path results) throws IOException {
    for (Path partial : hidden(results, RunDirectory.PARTIAL_SUFFIX)) {
      try {
        if (RunOwner.isGone(partial)) {
          sweep(results, partial);
        }
      } catch (IOException e) {
        // Another start may be sweeping the same directory; what is left goes the next time.
        log().warn("could not sweep {}: {}", partial, e.toString());
      }
    }
  }

  private static void sweep(Path results, Path partial) throws IOException {
    if (Files.exists(partial.resolve(RunDirectory.FORKS))) {
      Path kept = new RunDirectory(results, RunIds.of(partial), partial).fail();
      log().warn("a measurement was killed; its forks are in {}", kept.resolve(RunDirectory.FORKS));
    } else {
      FileTree.delete(partial);
    }
  }

  /** Deletes all but the newest failed runs; never the forks of a measurement. */
  static void failed(Path results) throws IOException {
    List<Path> failed =
        hidden(results, RunDirectory.FAILED_SUFFIX).stream()
            .filter(run -> !Files.exists(run.resolve(RunDirectory.FORKS)))
            .toList();
    for (Path old : failed.subList(0, Math.max(0, failed.size() - FAILED_KEPT))) {
      FileTree.delete(old);
    }
  }

  /** Deletes the folders inside, deepest first; they must hold no files. */
  static void emptyFolders(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst =
          all.filter(path -> Files.isDirectory(path) && !path.equals(directory))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path folder : deepestFirst) {
      FileTree.delete(folder);
    }
  }

  private static List<Path> hidden(Path results, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(path -> isHidden(path.getFileName().toString(), suffix))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(String name, String suffix) {
    return name.startsWith(".") && name.endsWith(suffix);
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunSweep.class);
  }
}
