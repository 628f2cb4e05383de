package dev.plumbline.runners.machine;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.plumbline.transforms.table.NewFile;
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
    try (NewFile made = NewFile.create(file)) {
      Files.writeString(made.unfinished(), text, StandardCharsets.UTF_8);
      complete(made, file);
    }
  }

  /** Copies {@code source} beside the file, syncs it, and renames it over the file. */
  public static void copy(Path source, Path file) throws IOException {
    try (NewFile made = NewFile.create(file)) {
      Files.copy(source, made.unfinished(), REPLACE_EXISTING);
      complete(made, file);
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

  private static void complete(NewFile made, Path file) throws IOException {
    sync(made.unfinished());
    made.complete();
    syncDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }
}
