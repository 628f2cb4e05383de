package dev.plumbline.runners.study.engines;

import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.run.KeptArtifacts;
import dev.plumbline.transforms.artifact.ReplayTable;
import dev.plumbline.transforms.artifact.RowStreamStore;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A source that lies there as Parquet, or is made of the row stream that a run has kept. */
final class ReplayedSource {
  private ReplayedSource() {}

  static WrittenTable of(EnginesOptions options, ReplayPaths paths, QueryKind kind)
      throws IOException {
    ReplayTable found =
        ReplayTable.findParquet(
            Objects.requireNonNull(paths.parquet(kind.name())),
            new RowStreamStore(Path.of(options.export().keeping().rowStreamDir())),
            KeptArtifacts.key(options.export()));
    return new WrittenTable(
        found.parquet().stream()
            .map(file -> ParquetFooter.read(file.toAbsolutePath().toString()))
            .toList());
  }
}
