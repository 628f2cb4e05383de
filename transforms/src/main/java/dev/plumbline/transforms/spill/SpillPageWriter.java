package dev.plumbline.transforms.spill;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Appends pages to a file, as {@link PageSpill} says. Not thread-safe. */
final class SpillPageWriter implements WriteCore.PageWriter {
  private final WritableByteChannel channel;
  private long pages;

  SpillPageWriter(WritableByteChannel channel) throws IOException {
    this.channel = channel;
    write(ByteBuffer.allocate(Long.BYTES).putLong(SpillForm.MAGIC).flip());
  }

  @Override
  public void write(PackedPage page) throws IOException {
    write(SpillForm.header(page));
    write(ByteBuffer.wrap(page.data()));
    pages++;
  }

  @Override
  public void finish() throws IOException {
    write(SpillForm.end(pages));
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
