package dev.plumbline.runners.mine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of cells as the service's JSON library writes them. */
public final class JsonCells {

  private JsonCells() {}

  /** Whether JSON has a text for every cell; one that has none turns the whole row to null. */
  public static boolean isWritable(@Nullable Object[] row) {
    for (Object value : row) {
      if (!isWritable(value)) {
        return false;
      }
    }
    return true;
  }

  static boolean isWritable(@Nullable Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number);
    }
    return !(value instanceof Float number) || Float.isFinite(number);
  }

  /** Appends one value; dates as {@code yyyy-MM-dd} in quotes. */
  public static void write(@Nullable Object value, ByteSink out) {
    if (value == null) {
      out.putAscii("null");
    } else if (value instanceof String text) {
      JsonText.write(text, out);
    } else if (value instanceof Number number) {
      out.putAscii(JsonNumbers.text(number));
    } else if (value instanceof Boolean flag) {
      out.putAscii(flag.toString());
    } else {
      JsonText.write(value.toString(), out);
    }
  }

  /** Appends texts as a JSON array. */
  public static void writeTexts(List<String> texts, ByteSink out) {
    out.put('[');
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        out.put(',');
      }
      JsonText.write(texts.get(i), out);
    }
    out.put(']');
  }
}
