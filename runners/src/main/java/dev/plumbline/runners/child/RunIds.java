package dev.plumbline.runners.child;

import java.nio.file.Path;
import java.util.Objects;

/** The ids of runs, as their directories carry them. */
public final class RunIds {
  private RunIds() {}

  /** The id of the run whose directory is called {@code .ID.partial} until it is complete. */
  public static String of(Path directory) {
    String name = Objects.requireNonNull(directory.getFileName()).toString();
    return name.replaceAll("^\\.|\\.partial$", "");
  }
}
