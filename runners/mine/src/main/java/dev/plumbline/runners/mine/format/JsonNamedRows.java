package dev.plumbline.runners.mine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flat object per row. */
public final class JsonNamedRows extends JsonItems {

  private final List<String> names;

  /** {@code names} are the members, one per cell. */
  public JsonNamedRows(String header, List<String> names) {
    super(header);
    this.names = List.copyOf(names);
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    separate(out);
    char before = '{';
    for (int i = 0; i < names.size(); i++) {
      out.put(before);
      JsonText.write(names.get(i), out);
      out.put(':');
      JsonCells.write(JsonCells.isWritable(cells[i]) ? cells[i] : null, out);
      before = ',';
    }
    out.put('}');
  }
}
