package dev.plumbline.runners.results;

import dev.plumbline.runners.machine.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs have left in a results folder: the directories of complete and of failed runs, told by
 * their names and manifests. A run that is under way is none of them, and nothing else that lies
 * there is.
 *
 * @param results the folder
 */
public record RunClean(Path results) {
  private static final Pattern FAILED = Pattern.compile("[.]" + RunIds.ID + "[.]failed");

  /** The runs, the oldest first; names sort by time. */
  public List<Path> runs() throws IOException {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(Files::isDirectory)
          .filter(RunClean::isRun)
          .sorted(Comparator.comparing(RunClean::time))
          .toList();
    }
  }

  private static boolean isRun(Path path) {
    String name = String.valueOf(path.getFileName());
    return FAILED.matcher(name).matches()
        || (RunIds.is(name) && Files.exists(path.resolve(RunManifest.FILE)));
  }

  private static String time(Path run) {
    return String.valueOf(run.getFileName()).replaceFirst("^[.]", "");
  }

  /** Whether a run is under way in the folder, or was killed in it and not swept yet. */
  public boolean isInUse() throws IOException {
    if (!Files.isDirectory(results)) {
      return false;
    }
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(Files::isDirectory)
          .map(path -> String.valueOf(path.getFileName()))
          .anyMatch(name -> name.startsWith(".") && name.endsWith(RunDirectory.PARTIAL_SUFFIX));
    }
  }

  /** All but the newest so many. */
  public List<Path> runsBut(int kept) throws IOException {
    List<Path> runs = new ArrayList<>(runs());
    return runs.subList(0, Math.max(0, runs.size() - kept));
  }

  /** How many bytes a directory's files have. */
  public static long bytes(Path directory) throws IOException {
    long bytes = 0;
    for (Path file : FileTree.files(directory)) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
