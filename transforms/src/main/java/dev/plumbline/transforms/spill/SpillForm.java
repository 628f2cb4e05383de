package dev.plumbline.transforms.spill;

import dev.plumbline.transforms.page.PackedPage;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The form of a file of pages. */
final class SpillForm {
  /** The file's first bytes. */
  static final long MAGIC = 0x504c_5041_4745_5331L; // PLPAGES1

  /** The index in the header behind the last page. */
  static final int END = -1;

  static final int HEADER_BYTES = 3 * Integer.BYTES + Long.BYTES + Integer.BYTES;

  private SpillForm() {}

  /** The header of a page, ready to be written. */
  static ByteBuffer header(PackedPage page) {
    return header(page.index(), page.start(), page.rows(), page.data().length, crc(page));
  }

  /** The header behind the last page. */
  static ByteBuffer end(long pages) {
    return header(END, pages, 0, 0, 0);
  }

  /** The checksum of a page, its numbers included. */
  static int crc(PackedPage page) {
    CRC32C crc = new CRC32C();
    crc.update(page.data());
    crc.update(header(page.index(), page.start(), page.rows(), page.data().length, 0));
    return (int) crc.getValue();
  }

  private static ByteBuffer header(int index, long start, int rows, int length, int crc) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(index)
        .putLong(start)
        .putInt(rows)
        .putInt(length)
        .putInt(crc)
        .flip();
  }
}
