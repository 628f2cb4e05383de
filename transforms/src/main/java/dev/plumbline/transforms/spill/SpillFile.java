package dev.plumbline.transforms.spill;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A complete file of pages, being read. */
public final class SpillFile implements Closeable {
  private final Path file;
  private final FileChannel channel;

  SpillFile(Path file) throws ArtifactException {
    this.file = file;
    try {
      this.channel = FileChannel.open(file);
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
  }

  /**
   * The path, rows and size of a complete file of pages.
   *
   * @throws UncheckedIOException if it is not complete
   */
  public static WrittenFile read(String file) {
    try (SpillFile spilled = new SpillFile(Path.of(file))) {
      long rows = spilled.pages().stream().mapToLong(SpilledPage::rows).sum();
      return new WrittenFile(file, rows, spilled.channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where its pages lie, in their order in the file.
   *
   * @throws ArtifactException if it is not complete
   */
  List<SpilledPage> pages() throws IOException {
    if (bytes(0, Long.BYTES).getLong() != SpillForm.MAGIC) {
      throw new ArtifactException(file, "it is no file of pages");
    }
    List<SpilledPage> pages = new ArrayList<>();
    long at = Long.BYTES;
    while (true) {
      ByteBuffer header = bytes(at, SpillForm.HEADER_BYTES);
      at += SpillForm.HEADER_BYTES;
      int index = header.getInt();
      long start = header.getLong();
      if (index == SpillForm.END) {
        checkEnd(pages.size(), start, at);
        return pages;
      }
      SpilledPage page =
          new SpilledPage(
              file, index, start, header.getInt(), at, header.getInt(), header.getInt());
      if (index < 0 || page.rows() < 0 || page.length() < 0) {
        throw new ArtifactException(file, "there is no page at byte " + at);
      }
      pages.add(page);
      at += page.length();
    }
  }

  /**
   * Reads one of its pages.
   *
   * @throws ArtifactException if its bytes are not those that were written
   */
  PackedPage read(SpilledPage page) throws IOException {
    byte[] data = bytes(page.position(), page.length()).array();
    PackedPage read = new PackedPage(page.index(), page.start(), page.rows(), data);
    if (SpillForm.crc(read) != page.crc()) {
      throw new ArtifactException(
          file, "the bytes of page %d were changed".formatted(page.index()));
    }
    return read;
  }

  private void checkEnd(int found, long expected, long end) throws IOException {
    if (found != expected || end != channel.size()) {
      throw new ArtifactException(
          file,
          "it has %d pages in %d bytes, its end says %d in %d"
              .formatted(found, channel.size(), expected, end));
    }
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position + length > channel.size()) {
      throw new ArtifactException(file, "it ends at byte %d: it was cut".formatted(channel.size()));
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new ArtifactException(file, "it became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
