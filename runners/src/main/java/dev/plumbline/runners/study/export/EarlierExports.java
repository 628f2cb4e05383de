package dev.plumbline.runners.study.export;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.results.CompleteRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exports that lie in the newest complete runs of a results folder; none of one that ended
 * because they differ.
 *
 * @param results the folder; one that is not there holds none
 */
record EarlierExports(Path results) {
  private static final Logger log = LoggerFactory.getLogger(EarlierExports.class);

  /** All of this identity, the newest first. */
  List<EarlierExport> of(ExportIdentity identity) throws IOException {
    List<EarlierExport> found = new ArrayList<>();
    for (Path run : CompleteRuns.newest(results)) {
      Path prepared = run.resolve("prepared");
      if (Files.isDirectory(prepared) && !differed(prepared)) {
        for (Path file : FileTree.files(prepared)) {
          if (file.endsWith(ExportRecord.FILE)) {
            add(run, file, identity, found);
          }
        }
      }
    }
    return found;
  }

  /** What one of another version said cannot have been that: such runs left nothing in sight. */
  private static boolean differed(Path prepared) {
    try {
      return ChildOutcome.read(prepared).filter(outcome -> outcome.exitCode() != 0).isPresent();
    } catch (IOException e) {
      log.debug("{} has no answer of this version", prepared, e);
      return false;
    }
  }

  private static void add(Path run, Path file, ExportIdentity identity, List<EarlierExport> found) {
    try {
      ExportRecord.read(file)
          .filter(record -> record.identity().equals(identity))
          .ifPresent(record -> found.add(new EarlierExport(run, file.resolveSibling(""), record)));
    } catch (IOException e) {
      log.warn("{} cannot be read: {}", file, e.getMessage());
    }
  }
}
