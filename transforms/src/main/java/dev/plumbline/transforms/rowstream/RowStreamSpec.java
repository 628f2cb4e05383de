package dev.plumbline.transforms.rowstream;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * How to write a table as a row stream: JSON lines in UTF-8, without byte order mark, an object a
 * row with LF behind each, its keys in the columns' order.
 *
 * <ul>
 *   <li>Null is {@code null}; a text is a string, with quotes, backslashes and the control
 *       characters below space escaped, and all else as it is.
 *   <li>An int64 is a number; a double is one as {@link Double#toString(double)} gives it, so that
 *       it reads back to the same bits. NaN and infinities are the strings {@code NaN}, {@code
 *       Infinity}, {@code -Infinity}.
 *   <li>A boolean is {@code true} or {@code false}.
 *   <li>A date is a string as {@code yyyy-MM-dd}, with more digits beyond the year 9999; years
 *       before year 0 with a minus sign. A timestamp is one as {@code yyyy-MM-ddTHH:mm:ssZ}, with
 *       up to 6 digits behind the seconds.
 *   <li>A decimal is a string, with its scale.
 * </ul>
 *
 * <p>Types are in the {@link SchemaFile} beside it.
 *
 * @param schema the columns
 */
public record RowStreamSpec(TableSchema schema) implements WriteCore {
  private static final long serialVersionUID = 1;

  /** Ends the names of row streams. */
  public static final String SUFFIX = ".jsonl";

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    return new RowStreamPageWriter(schema, channel);
  }
}
