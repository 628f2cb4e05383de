package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * What the footers of Parquet files say.
 *
 * @param files the files
 * @param schema the one schema of all of them: flat, at least one column, no name twice
 * @param rows the rows of all of them
 * @param writers who says to have written them
 */
record ParquetFooters(List<Path> files, MessageType schema, long rows, Set<String> writers) {

  /**
   * Reads the footers.
   *
   * @throws ParityReadException if a file is no whole Parquet file, has another schema than the
   *     first, or a schema that the judge cannot read
   */
  static ParquetFooters read(String source, List<Path> files) {
    if (files.isEmpty()) {
      throw new ParityReadException("No Parquet file to read for '" + source + "'", null);
    }
    List<MessageType> schemas = new ArrayList<>();
    Set<String> writers = new TreeSet<>();
    long rows = 0;
    for (Path file : files) {
      Optional<String> lacking = lacking(source, file);
      if (lacking.isPresent()) {
        throw new ParityReadException(
            "Cannot read %s: %s: %s".formatted(source, file, lacking.get()), null);
      }
      try (ParquetFileReader reader = open(file)) {
        MessageType schema = reader.getFileMetaData().getSchema();
        check(source, file, schema);
        if (!schemas.isEmpty() && !sameFields(schemas.get(0), schema)) {
          throw new ParityReadException(
              "Cannot read %s: %s has other columns than %s".formatted(source, file, files.get(0)),
              null);
        }
        schemas.add(schema);
        writers.add(String.valueOf(reader.getFileMetaData().getCreatedBy()));
        rows += reader.getRecordCount();
      } catch (IOException | RuntimeException e) {
        throw e instanceof ParityReadException known
            ? known
            : new ParityReadException(
                "Cannot read %s: %s is no whole Parquet file: %s"
                    .formatted(source, file, e.getMessage()),
                e);
      }
    }
    return new ParquetFooters(List.copyOf(files), schemas.get(0), rows, writers);
  }

  private static Optional<String> lacking(String source, Path file) {
    try {
      return ParquetFooterCheck.lacking(file);
    } catch (IOException e) {
      throw new ParityReadException("Cannot read %s: %s: %s".formatted(source, file, e), e);
    }
  }

  /** Opens a file without any Hadoop configuration. */
  static ParquetFileReader open(Path file) throws IOException {
    return ParquetFileReader.open(new LocalInputFile(file), PlainParquet.reading());
  }

  /**
   * The columns as the judge knows them.
   *
   * @throws ParityReadException if it does not know the type of one
   */
  TableSchema columns() {
    return new TableSchema(
        schema.getFields().stream()
            .map(
                field ->
                    new Column(field.getName(), ParquetCell.of(field.asPrimitiveType()).type()))
            .toList());
  }

  /** Whether one of the files says that its writer's name begins so. */
  boolean writtenBy(String name) {
    return writers.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).startsWith(name));
  }

  private static void check(String source, Path file, MessageType schema) {
    if (schema.getFieldCount() == 0) {
      throw new ParityReadException(
          "Cannot read %s: %s has no columns".formatted(source, file), null);
    }
    Set<String> names = new HashSet<>();
    for (Type field : schema.getFields()) {
      if (!names.add(field.getName())) {
        throw new ParityReadException(
            "Cannot read %s: column '%s' occurs twice in %s"
                .formatted(source, field.getName(), file),
            null);
      }
      if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
        throw new ParityReadException(
            "Cannot read %s: column '%s' of %s is nested; the judge compares flat tables only"
                .formatted(source, field.getName(), file),
            null);
      }
      try {
        ParquetCell.of(field.asPrimitiveType());
      } catch (ParityReadException e) {
        throw new ParityReadException(
            "Cannot read %s: %s: %s".formatted(source, file, e.getMessage()), e);
      }
    }
  }

  private static boolean sameFields(MessageType one, MessageType other) {
    return one.getFieldCount() == other.getFieldCount()
        && IntStream.range(0, one.getFieldCount())
            .allMatch(i -> sameField(one.getType(i), other.getType(i)));
  }

  /**
   * Of the same bytes: two writers may only differ in whether they say that a number has a sign.
   */
  private static boolean sameField(Type one, Type other) {
    return one.getName().equals(other.getName())
        && one.asPrimitiveType().getPrimitiveTypeName()
            == other.asPrimitiveType().getPrimitiveTypeName()
        && (Objects.equals(one.getLogicalTypeAnnotation(), other.getLogicalTypeAnnotation())
            || (signedOrPlain(one) && signedOrPlain(other)));
  }

  private static boolean signedOrPlain(Type field) {
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    return logical == null || (logical instanceof IntLogicalTypeAnnotation i && i.isSigned());
  }
}
