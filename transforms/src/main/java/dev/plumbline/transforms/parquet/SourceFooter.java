package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.read.ParquetFooterCheck;
import dev.plumbline.transforms.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the footer of a Parquet file says, whoever wrote it.
 *
 * @param file the file's path
 * @param schema its columns, no name twice
 * @param rows its rows
 */
record SourceFooter(String file, MessageType schema, long rows) {
  /**
   * Reads it.
   *
   * @throws TableException if there is no such file, or it is no whole Parquet file, or a column's
   *     name occurs twice in it: names the file
   */
  static SourceFooter read(String file) {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw unreadable(file, "it is not there", null);
    } else if (!Files.isRegularFile(path)) {
      throw unreadable(
          file,
          "it is %s, no file".formatted(Files.isDirectory(path) ? "a folder" : "special"),
          null);
    } else if (!Files.isReadable(path)) {
      throw unreadable(file, "this user may not read it", null);
    }
    try {
      ParquetFooterCheck.lacking(path)
          .or(() -> codec(file, path))
          .ifPresent(
              found -> {
                throw unreadable(file, found, null);
              });
    } catch (IOException e) {
      throw unreadable(file, e.toString(), e);
    }
    try (ParquetFileReader reader = RowGroupReader.open(file)) {
      SourceFooter footer =
          new SourceFooter(file, reader.getFileMetaData().getSchema(), reader.getRecordCount());
      footer.checkNames();
      footer.checkSize(reader.getRowGroups(), Files.size(path));
      return footer;
    } catch (TableException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // what parquet-java throws at other files
      throw unreadable(file, "it is no whole Parquet file: " + reason(e), e);
    }
  }

  private static Optional<String> codec(String file, Path path) {
    try {
      return ParquetFooterCheck.unreadableCodec(path);
    } catch (IOException e) {
      throw unreadable(file, e.toString(), e);
    }
  }

  /** The names of its columns, in order. */
  List<String> names() {
    return schema.getFields().stream().map(Type::getName).toList();
  }

  /** The names of those that are times in nanoseconds. */
  Set<String> nanos() {
    return schema.getFields().stream()
        .filter(
            field ->
                field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
                    && time.getUnit() == TimeUnit.NANOS)
        .map(Type::getName)
        .collect(Collectors.toSet());
  }

  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (String name : names()) {
      if (!names.add(name)) {
        throw unreadable(file, "column '" + name + "' occurs twice in it", null);
      }
    }
  }

  /** Some engine's process dies of such a file. */
  private void checkSize(List<BlockMetaData> rowGroups, long sizeBytes) {
    long end =
        rowGroups.stream()
            .flatMap(group -> group.getColumns().stream())
            .mapToLong(column -> column.getStartingPos() + column.getTotalSize())
            .max()
            .orElse(0);
    if (end > sizeBytes) {
      throw unreadable(
          file,
          "it is no whole Parquet file: its columns end at byte %d, it has %d"
              .formatted(end, sizeBytes),
          null);
    }
  }

  /** What parquet-java says is wrong. */
  static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static TableException unreadable(String file, String found, @Nullable Exception cause) {
    return new TableException("%s cannot be read: %s".formatted(file, found), cause);
  }
}
