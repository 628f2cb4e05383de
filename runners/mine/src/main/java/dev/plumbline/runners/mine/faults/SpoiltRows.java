package dev.plumbline.runners.mine.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Pages with one row that is not as it should be. */
final class SpoiltRows {

  private SpoiltRows() {}

  static Fault nullRow(Arguments arguments) {
    return row(arguments, row -> ascii("null"));
  }

  static Fault wrongWidth(Arguments arguments) {
    long cells = arguments.number("cells", -1);
    return row(arguments, row -> cells < 0 ? without(row, -cells) : withMore(row, cells));
  }

  static Fault changedData(Arguments arguments) {
    return row(arguments, row -> firstText(row, ascii("changed since ")));
  }

  static Fault hugeLine(Arguments arguments) {
    long bytes = Math.min(arguments.size("bytes", 64L << 20), Integer.MAX_VALUE / 4);
    return row(
        arguments,
        row -> {
          byte[] filling = new byte[(int) bytes];
          Arrays.fill(filling, (byte) 'x');
          return firstText(row, filling);
        });
  }

  static Fault badUtf8(Arguments arguments) {
    return row(arguments, row -> firstText(row, new byte[] {(byte) 0xC3, '('}));
  }

  static Fault loneSurrogate(Arguments arguments) {
    return row(arguments, row -> firstText(row, ascii("\\ud83c")));
  }

  private static Fault row(Arguments arguments, UnaryOperator<byte[]> change) {
    int index = arguments.count("row", 0);
    return (Fault.OtherAnswer)
        good -> {
          PageText page = PageText.of(good.body());
          return good.with(page.with(index, change.apply(page.row(index))).body());
        };
  }

  /** Puts bytes at the beginning of the row's first text, or a text before its first cell. */
  private static byte[] firstText(byte[] row, byte[] put) {
    int quote = PageText.ascii(row).indexOf('"');
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.length + put.length + 3);
    if (quote < 0) {
      out.write('[');
      out.write('"');
      out.writeBytes(put);
      out.writeBytes(ascii("\","));
      out.write(row, 1, row.length - 1);
    } else {
      out.write(row, 0, quote + 1);
      out.writeBytes(put);
      out.write(row, quote + 1, row.length - quote - 1);
    }
    return out.toByteArray();
  }

  private static byte[] withMore(byte[] row, long cells) {
    String more = ",null".repeat((int) cells);
    String text = PageText.ascii(row);
    return latin(text.substring(0, text.length() - 1) + more + "]");
  }

  private static byte[] without(byte[] row, long cells) {
    String text = PageText.ascii(row);
    for (long i = 0; i < cells; i++) {
      int end = lastSeparator(text);
      text = text.substring(0, Math.max(1, end)) + "]";
    }
    return latin(text);
  }

  /** The last comma that is in no text. */
  private static int lastSeparator(String row) {
    int last = 0;
    boolean text = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (text && c == '\\') {
        i++;
      } else if (c == '"') {
        text = !text;
      } else if (c == ',' && !text) {
        last = i;
      }
    }
    return last;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] latin(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }
}
