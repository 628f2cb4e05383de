package dev.plumbline.transforms.table;

import dev.plumbline.transforms.page.PackedPage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.WritableByteChannel;

/**
 * The work of a write stage, before it is opened: what a pipeline holds and a runner sends to its
 * workers.
 */
@FunctionalInterface
public interface WriteCore extends Serializable {
  /**
   * Begins a file.
   *
   * @param channel where the file goes; closed by the caller, after the writer
   */
  PageWriter open(WritableByteChannel channel) throws IOException;

  /** Whether each file tells afterwards what pages it was given. */
  default boolean tellsPages() {
    return false;
  }

  /** A file being written, by one thread. */
  interface PageWriter {
    /** Adds the rows of a page. */
    void write(PackedPage page) throws IOException;

    /** Writes what is still held back and completes the file. */
    void finish() throws IOException;
  }
}
