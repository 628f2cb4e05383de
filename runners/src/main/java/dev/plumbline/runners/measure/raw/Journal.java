package dev.plumbline.runners.measure.raw;

import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw part while it grows: each record is a line that is on the disk before the next fork
 * begins, so that whatever ends the measurement loses at most the fork under way.
 */
public final class Journal implements AutoCloseable {
  /** Its name in the run's directory. */
  public static final String FILE = RunDirectory.FORKS;

  private final FileChannel channel;
  private final Header header;
  private final List<ForkRecord> forks = new ArrayList<>();
  private final List<BlockRecord> blocks = new ArrayList<>();
  private @Nullable EndRecord end;

  private Journal(FileChannel channel, Header header) {
    this.channel = channel;
    this.header = header;
  }

  /** Creates the file, which must not exist, and writes the header. */
  public static Journal create(Path file, Header header) throws IOException {
    Journal journal =
        new Journal(
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            header);
    journal.write(header);
    return journal;
  }

  /** Notes a fork. */
  public void add(ForkRecord fork) throws IOException {
    write(fork);
    forks.add(fork);
  }

  /** Notes that a block is complete. */
  public void add(BlockRecord block) throws IOException {
    write(block);
    blocks.add(block);
  }

  /** Notes that there will be no more. */
  public void end(String reason) throws IOException {
    EndRecord record = new EndRecord(EndRecord.KIND, reason);
    write(record);
    end = record;
  }

  /** All that was noted so far. */
  public RawData data() {
    return new RawData(header, forks, blocks, end);
  }

  private void write(Object record) throws IOException {
    ByteBuffer line = StandardCharsets.UTF_8.encode(Json.line(record) + "\n");
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
