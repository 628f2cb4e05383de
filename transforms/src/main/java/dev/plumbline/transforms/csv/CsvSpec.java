package dev.plumbline.transforms.csv;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WriteCore;
import java.nio.channels.WritableByteChannel;

/**
 * How to write a table as CSV: RFC 4180 in UTF-8, without byte order mark, with LF at the end of
 * each line, the last one too. The first line names the columns.
 *
 * <ul>
 *   <li>Null is an empty field without quotes, the empty string is {@code ""}.
 *   <li>A text or name is quoted if it is empty or contains a comma, a quote, CR or LF. Quotes in
 *       it are doubled. All other bytes stand as they are, NUL among them.
 *   <li>Numbers are as {@link Long#toString(long)} and {@link Double#toString(double)} give them:
 *       they read back to the same bits. NaN and infinities are {@code NaN}, {@code Infinity},
 *       {@code -Infinity}.
 *   <li>Booleans are {@code true} and {@code false}.
 *   <li>Dates are {@code yyyy-MM-dd}, with more digits beyond the year 9999 and no plus sign; years
 *       before year 0 with a minus sign. Timestamps are {@code yyyy-MM-ddTHH:mm:ssZ}, with up to 6
 *       digits behind the seconds.
 *   <li>Decimals have their scale.
 * </ul>
 *
 * <p>Readers must take the types from {@link SchemaFile}, tell quoted from unquoted empty fields,
 * and not look for records from the middle of a file: a quoted text may contain lines that look
 * like some.
 *
 * @param schema the columns, at least two
 */
public record CsvSpec(TableSchema schema) implements WriteCore {
  private static final long serialVersionUID = 1;

  /** Rejects a single column: its nulls would be blank lines, which readers skip. */
  public CsvSpec {
    if (schema.width() < 2) {
      throw new IllegalArgumentException(
          "Cannot write %s as CSV: a null in a table of one column is a blank line; add a column"
              .formatted(schema.names()));
    }
  }

  /** Of an export. */
  public CsvSpec(ExportSchema schema) {
    this(schema.table());
  }

  @Override
  public PageWriter open(WritableByteChannel channel) {
    return new CsvPageWriter(schema, channel);
  }
}
