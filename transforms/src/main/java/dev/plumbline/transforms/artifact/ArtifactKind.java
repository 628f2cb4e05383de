package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.rowstream.RowStreamSpec;
import dev.plumbline.transforms.table.SchemaFile;
import java.nio.file.Path;
import java.util.Locale;

/** The forms in which a run leaves a table. */
public enum ArtifactKind {
  /** JSON lines. */
  ROW_STREAM(RowStreamSpec.SUFFIX, ".ndjson"),
  /** CSV in our dialect, or others'. */
  CSV(".csv", ".csv"),
  /** Parquet. */
  PARQUET(".parquet", ".parquet"),
  /** What types the columns of row streams and CSV files: {@link SchemaFile}. */
  SCHEMA(SchemaFile.SHARED, SchemaFile.SHARED);

  private final String suffix;
  private final String othersSuffix;

  ArtifactKind(String suffix, String othersSuffix) {
    this.suffix = suffix;
    this.othersSuffix = othersSuffix;
  }

  /** The kind's name in manifests, such as {@code row_stream}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What ends the names of our files of this kind. */
  public String suffix() {
    return suffix;
  }

  /** What ends the names of files of this kind, ours and others', for messages. */
  String suffixes() {
    return suffix.equals(othersSuffix) ? suffix : suffix + " or " + othersSuffix;
  }

  /** Whether a file is of this kind, by its name. */
  public boolean is(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(suffix) || name.endsWith(othersSuffix);
  }
}
