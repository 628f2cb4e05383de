package dev.plumbline.runners.study.export;

import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.ParityReadException;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.results.RunManifest;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An export that lies in a complete run.
 *
 * @param run the run's directory
 * @param home the export's directory in it
 * @param record what is known of it
 */
record EarlierExport(Path run, Path home, ExportRecord record) {
  /** Where an export's files lie in its directory. */
  static final String ARTIFACTS = "artifacts";

  /** The run that has exported it. */
  String firstRun() {
    String first = record.firstRun();
    return first == null ? Objects.requireNonNull(run.getFileName()).toString() : first;
  }

  /**
   * Brings all its files into another directory, if they are what they were. Nothing is copied
   * where the file system can give a file a second name.
   *
   * @return why they are not; nothing of them is left in the directory then
   */
  Optional<String> bring(Path own) throws IOException {
    Optional<String> spoilt = spoilt(own);
    if (spoilt.isPresent()) {
      for (Path file : FileTree.files(own)) {
        Files.delete(file);
      }
    }
    return spoilt.map(reason -> "run %s: %s".formatted(run.getFileName(), reason));
  }

  private Optional<String> spoilt(Path own) {
    try {
      for (RunManifest.Entry entry : RunManifest.read(run).files()) {
        Path file = run.resolve(entry.path());
        boolean taken = file.startsWith(home.resolve(ARTIFACTS)) || file.equals(report(home));
        if (taken) {
          file = secondName(file, own.resolve(home.relativize(file)));
        }
        boolean needed = taken || file.equals(home.resolve(ExportRecord.FILE));
        Optional<String> changed = needed ? entry.changed(file) : Optional.empty();
        if (changed.isPresent()) {
          return changed;
        }
      }
      return otherRows(own);
    } catch (IOException | ParityReadException e) {
      return Optional.of(e.toString());
    }
  }

  private static Path report(Path directory) {
    return directory.resolve(RunDirectory.REPORT);
  }

  /** The digest of its rows as the judge reads them now. */
  private Optional<String> otherRows(Path own) throws IOException {
    if (!Files.isRegularFile(report(own))) {
      return Optional.of("its manifest lists no report of the export");
    }
    List<Path> files = table(own).files().stream().map(f -> Path.of(f.path())).toList();
    TableLocation location =
        record.identity().form().equals(FileForm.CSV.label())
            ? new TableLocation.Csv("earlier CSV", files)
            : new TableLocation.Parquet("earlier Parquet", files);
    String found = Witness.of(location.open(Optional.empty())).digest().content().hex();
    return found.equals(record.contentHash())
        ? Optional.empty()
        : Optional.of(
            "its rows have the digest %s, %s says %s"
                .formatted(found, ExportRecord.FILE, record.contentHash()));
  }

  /** Its table, once it is in that directory. */
  WrittenTable table(Path own) {
    return new WrittenTable(record.files().stream().map(file -> file.in(own)).toList());
  }

  private static Path secondName(Path existing, Path name) throws IOException {
    Files.createDirectories(Objects.requireNonNull(name.getParent()));
    try {
      Files.createLink(name, existing);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(existing, name); // no links here, or not from there
    }
    return name;
  }
}
