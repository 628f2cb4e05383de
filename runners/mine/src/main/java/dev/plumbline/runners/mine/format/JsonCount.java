package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.Nullable;

/** The one number that {@code format=jsoncount} is. */
public final class JsonCount implements RowWriter {

  @Override
  public void begin(ByteSink out) {
    out.putAscii("{\n");
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    out.putAscii("\"count\":" + cells[0] + "\n");
  }

  @Override
  public void end(ByteSink out) {
    out.putAscii("," + ResultEnvelope.success() + "}");
  }
}
