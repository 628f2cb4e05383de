package dev.plumbline.transforms.table;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the result of a work goes: {@code NAME.parquet}, or {@code NAME-00000.parquet} and so on
 * where it is written in parts. A file has another name until it is complete.
 *
 * @param directory an existing directory, absolute
 * @param name such as {@code relation}
 */
public record ResultFiles(String directory, String name) implements Serializable {
  /** What the files of a pipeline's relation are called. */
  public static final String RELATION = "relation";

  /** Of the relation of a pipeline, in a directory that exists. */
  public static ResultFiles ofRelation(Path directory) {
    return new ResultFiles(directory.toAbsolutePath().toString(), RELATION);
  }

  /**
   * Makes the directory, if it is not there.
   *
   * @throws TableException if it cannot be made
   */
  public void makeDirectory() {
    try {
      Files.createDirectories(Path.of(directory));
    } catch (IOException e) {
      throw new TableException("making %s: %s".formatted(directory, e), e);
    }
  }

  /** The one file of a result in one piece. */
  public Path whole() {
    return Path.of(directory, name + ".parquet");
  }

  /** A part, counted from 0; parts in the order of their numbers are the result in its order. */
  public Path part(int number) {
    return Path.of(directory, "%s-%05d.parquet".formatted(name, number));
  }

  /** Gives a file that is complete its name. */
  public static void publish(Path file) throws IOException {
    Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a file is called until it is complete. */
  public static Path unfinished(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".partial");
  }
}
