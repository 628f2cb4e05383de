package dev.plumbline.runners.machine;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes that survive a crash: a reader sees the old file, or the whole new one. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Writes text beside the file, syncs it, and renames it over the file. */
  public static void write(Path file, String text) throws IOException {
    Path temporary = beside(file);
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      moveOver(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Copies {@code source} beside the file, syncs it, and renames it over the file. */
  public static void copy(Path source, Path file) throws IOException {
    Path temporary = beside(file);
    try {
      Files.copy(source, temporary, REPLACE_EXISTING);
      moveOver(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Forces the contents of a file to the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }

  /** Forces the entries of a directory to the disk, so that a rename in it lasts. */
  public static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  private static void moveOver(Path temporary, Path file) throws IOException {
    sync(temporary);
    Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
    syncDirectory(parent(file));
  }

  private static Path beside(Path file) {
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    return parent(file).resolve(name);
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
