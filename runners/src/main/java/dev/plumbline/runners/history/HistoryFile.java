package dev.plumbline.runners.history;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.plumbline.runners.machine.DurableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that was measured so far, a line of JSON for each figure. It only grows: nothing that once
 * stood in it is changed or taken out, and what a crash left broken stays where it is and is named.
 *
 * @param file where it is, or will be
 */
public record HistoryFile(Path file) {
  /** Its name in a results folder. */
  public static final String NAME = "history.jsonl";

  /** The most bytes of a line, without its line feed. */
  static final int MAX_LINE_BYTES = 1 << 16;

  /** A file lock holds other processes off; within this one it would be refused, not waited for. */
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * What the file holds.
   *
   * @param lines the lines that are whole, in the order of the file
   * @param broken those that are not
   */
  public record Read(List<HistoryLine> lines, List<Broken> broken) {
    /** Copies the lists. */
    public Read {
      lines = List.copyOf(lines);
      broken = List.copyOf(broken);
    }
  }

  /**
   * A line that is none.
   *
   * @param line its number in the file, counted from 1
   * @param problem what is wrong with it
   */
  public record Broken(long line, String problem) {}

  /**
   * Adds lines at the end, in one write under a lock, and forces them to the disk. A last line that
   * an earlier crash tore is closed first, so that it spoils nothing else. Makes the folder if need
   * be.
   *
   * @throws IllegalArgumentException if a line is longer than 64 KiB; then none is written
   * @throws IOException if the file cannot be written; then some of the lines may be
   */
  public void append(List<HistoryLine> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (HistoryLine line : lines) {
      text.writeBytes(HistoryText.format(line));
    }
    rejectDirectory();
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = FileChannel.open(file, READ, WRITE, CREATE)) {
        channel.lock(); // given back when the channel is closed
        long end = channel.size();
        write(channel, end, text.toByteArray(), isTorn(channel, end));
        channel.force(true);
        if (end == 0) {
          DurableFiles.syncDirectory(folder);
        }
      }
    }
  }

  /**
   * Reads the whole file; a file that is not there has no lines.
   *
   * @throws IOException if it is there and cannot be read
   */
  public Read read() throws IOException {
    List<HistoryLine> lines = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    if (Files.notExists(file)) {
      return new Read(lines, broken);
    }
    rejectDirectory();
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        channel.lock(0, Long.MAX_VALUE, true); // so that no half of an append is seen
        BoundedLines all = new BoundedLines(Channels.newInputStream(channel), MAX_LINE_BYTES);
        for (byte[] line = all.next(); line != null; line = all.next()) {
          try {
            lines.add(HistoryText.parse(line));
          } catch (IllegalArgumentException e) {
            broken.add(new Broken(all.number(), String.valueOf(e.getMessage())));
          }
        }
      }
    }
    return new Read(lines, broken);
  }

  private static boolean isTorn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }

  private static void write(FileChannel channel, long end, byte[] text, boolean closeFirst)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(text.length + 1);
    if (closeFirst) {
      bytes.put((byte) '\n');
    }
    bytes.put(text).flip();
    for (long at = end; bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
  }

  private void rejectDirectory() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("the history file " + file + " is a folder, expected a file or none");
    }
  }
}
