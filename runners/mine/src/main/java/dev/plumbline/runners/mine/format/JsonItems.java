package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.Nullable;

/** The frame of a JSON result: header, items with commas between them, trailer. */
abstract class JsonItems implements RowWriter {

  private final String header;
  private boolean afterItems;

  /** {@code header} ends in {@code "results":[} and a line feed. */
  JsonItems(String header) {
    this.header = header;
  }

  @Override
  public final void begin(ByteSink out) {
    out.putText(header);
  }

  /** Writes what separates an item from the one before it. */
  final void separate(ByteSink out) {
    if (afterItems) {
      out.putAscii(",\n");
    }
    afterItems = true;
  }

  @Override
  public void end(ByteSink out) {
    out.putAscii(ResultEnvelope.trailerText(afterItems));
  }

  @Override
  public abstract void row(@Nullable Object[] cells, ByteSink out);
}
