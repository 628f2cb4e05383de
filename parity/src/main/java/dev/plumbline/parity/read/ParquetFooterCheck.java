package dev.plumbline.parity.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a Parquet file's footer that parquet-java would say in words of its own code:
 * the footer's elements as the format has them, before they become a schema.
 */
public final class ParquetFooterCheck {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL_BYTES = 8;
  private static final int LONGEST_FOOTER = 256 << 20;

  /** What parquet-java needs a library for that is not here. */
  private static final Set<CompressionCodec> UNREADABLE =
      Set.of(CompressionCodec.BROTLI, CompressionCodec.LZO);

  private ParquetFooterCheck() {}

  /**
   * What the schema lacks, if anything: columns, a column's name, an element's repetition. Of a
   * file without a whole footer nothing is said.
   *
   * @throws IOException if the file cannot be read
   */
  public static Optional<String> lacking(Path file) throws IOException {
    FileMetaData footer = footer(file);
    if (footer == null) {
      return Optional.empty();
    }
    List<SchemaElement> elements = footer.getSchema();
    if (elements.size() < 2) {
      return Optional.of("it has no columns");
    }
    for (int i = 1; i < elements.size(); i++) {
      SchemaElement element = elements.get(i);
      if (element.getName().isEmpty()) {
        return Optional.of("column %,d has no name".formatted(i));
      }
      if (!element.isSetRepetition_type()) {
        return Optional.of(
            "schema element '%s' has no repetition type (required, optional or repeated)"
                .formatted(element.getName()));
      }
    }
    return Optional.empty();
  }

  /**
   * Which compression of it parquet-java cannot read here, if any, in a sentence.
   *
   * @throws IOException if the file cannot be read
   */
  public static Optional<String> unreadableCodec(Path file) throws IOException {
    FileMetaData footer = footer(file);
    if (footer == null) {
      return Optional.empty();
    }
    Set<String> codecs =
        footer.getRow_groups().stream()
            .flatMap(group -> group.getColumns().stream())
            .filter(ColumnChunk::isSetMeta_data)
            .map(column -> column.getMeta_data().getCodec())
            .filter(UNREADABLE::contains)
            .map(CompressionCodec::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return codecs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "its columns are compressed by %s, which parquet-java reads by no library that is here;"
                    .formatted(String.join(" and ", codecs))
                + " write it with zstd");
  }

  private static @Nullable FileMetaData footer(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long size = in.length();
      if (size < MAGIC.length + TAIL_BYTES) {
        return null;
      }
      byte[] tail = new byte[TAIL_BYTES];
      in.seek(size - TAIL_BYTES);
      in.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      int length = end.getInt();
      byte[] magic = new byte[MAGIC.length];
      end.get(magic);
      boolean whole =
          Arrays.equals(magic, MAGIC)
              && length > 0
              && length <= Math.min(LONGEST_FOOTER, size - TAIL_BYTES);
      if (!whole) {
        return null;
      }
      byte[] footer = new byte[length];
      in.seek(size - TAIL_BYTES - length);
      in.readFully(footer);
      return parsed(footer);
    }
  }

  private static @Nullable FileMetaData parsed(byte[] footer) {
    try {
      return Util.readFileMetaData(new ByteArrayInputStream(footer));
    } catch (IOException | RuntimeException e) {
      return null; // nothing that could be understood: the reader says so
    }
  }
}
