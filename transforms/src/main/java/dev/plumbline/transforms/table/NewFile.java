package dev.plumbline.transforms.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that has another name until it is complete, and then takes the place of one that is there.
 * Closed before that, it is gone. What engines write has its names from {@link ResultFiles}.
 */
public final class NewFile implements Closeable {
  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;

  private NewFile(Path file, Path unfinished, FileChannel channel) {
    this.file = file;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /** What writes a small file. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Begins a file, in a directory that is there. */
  public static NewFile create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path unfinished = unfinished(absolute);
    FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE_NEW, // and nothing that somebody has laid there
            StandardOpenOption.WRITE);
    return new NewFile(absolute, unfinished, channel);
  }

  /** No other writer's of the same file, on this machine or another: processes have equal ids. */
  private static Path unfinished(Path file) {
    return file.resolveSibling(
        ".%s.%016x.partial".formatted(file.getFileName(), ThreadLocalRandom.current().nextLong()));
  }

  /**
   * Writes a whole file.
   *
   * @throws WriteException if that fails, naming the file
   */
  public static void write(Path file, Body body) throws WriteException {
    try (NewFile made = create(file)) {
      body.writeTo(made.channel());
      made.complete();
    } catch (IOException e) {
      throw new WriteException(file.toString(), e);
    }
  }

  /** Writes a whole file of these bytes. */
  public static void write(Path file, byte[] bytes) throws IOException {
    try (NewFile made = create(file)) {
      Files.write(made.unfinished(), bytes);
      made.complete();
    }
  }

  /** Where its bytes go. */
  public FileChannel channel() {
    return channel;
  }

  /** What it is called until it is complete, for those that write by name. */
  public Path unfinished() {
    return unfinished;
  }

  /** Gives it its name. */
  public void complete() throws IOException {
    channel.close();
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Gives a complete file that had to wait for its name this one; done once more, it does nothing.
   */
  static void name(Path complete, Path file) throws IOException {
    if (Files.exists(complete) || !Files.exists(file)) {
      Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
