package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.page.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts from where they lie in a decompressed page or a dictionary, without a copy: of all
 * ways to the bytes of a {@code Binary}, writing it into a stream is the only one without. Not
 * thread-safe.
 */
final class TextFeed extends OutputStream implements ColumnFeed.Feed {
  private @Nullable RowSink sink;

  @Override
  public void send(ColumnReader from, RowSink to) {
    sink = to;
    try {
      from.getBinary().writeTo(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(byte[] utf8, int offset, int length) {
    if (sink == null) {
      throw new IllegalStateException("A text comes without a sink that takes it");
    }
    if (Utf8.soundBytes(utf8, offset, length) != length) {
      throw new UnheldValue("it holds a text that is not UTF-8");
    }
    sink.stringCell(utf8, offset, length);
  }

  @Override
  public void write(int oneByte) {
    throw new IllegalStateException("A text comes byte by byte, not as a whole");
  }
}
