package dev.plumbline.runners.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The complete runs of a results folder: those that have their names. */
public final class CompleteRuns {
  private static final int MOST = 100;

  private CompleteRuns() {}

  /**
   * The newest, the last one first: names sort by time.
   *
   * @param results one that is not there holds none
   */
  public static List<Path> newest(Path results) throws IOException {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(run -> RunIds.is(String.valueOf(run.getFileName())))
          .filter(Files::isDirectory)
          .sorted(Comparator.reverseOrder())
          .limit(MOST)
          .toList();
    }
  }
}
