package dev.plumbline.transforms.spill;

import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * How pages are kept during a run, at the price of copying their bytes: each writer appends the
 * pages that it gets to one file, in any order. {@link SpilledPages} puts them in order.
 *
 * <p>A file is {@link SpillForm#MAGIC}; then of each page {@link SpillForm#HEADER_BYTES} of header
 * (index, start, rows, length, CRC-32C) and its bytes; then a header with {@link SpillForm#END} for
 * its index and the number of pages for its start. Big-endian.
 */
public record PageSpill() implements WriteCore {
  private static final long serialVersionUID = 1;

  /** Ends the names of files of pages. */
  public static final String SUFFIX = ".pages";

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    return new SpillPageWriter(channel);
  }
}
