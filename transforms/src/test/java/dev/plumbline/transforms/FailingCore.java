package dev.plumbline.transforms;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes some pages into a file, then fails as if the disk were full.
 *
 * @param core what writes
 * @param pages how many pages are written
 */
public record FailingCore(WriteCore core, int pages) implements WriteCore {
  private static final long serialVersionUID = 1;

  @Override
  public PageWriter open(WritableByteChannel channel) throws IOException {
    PageWriter writer = core.open(channel);
    AtomicInteger written = new AtomicInteger();
    return new PageWriter() {
      @Override
      public void write(PackedPage page) throws IOException {
        if (written.getAndIncrement() == pages) {
          throw new IOException("the disk is full");
        }
        writer.write(page);
      }

      @Override
      public void finish() throws IOException {
        writer.finish();
      }
    };
  }
}
