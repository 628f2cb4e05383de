package dev.plumbline.runners.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that the local mine serves in the place of generated data.
 *
 * @param path the file, or a folder of Parquet parts
 * @param className the class that its rows are objects of; null for the one that its name tells
 * @param types declared types, each {@code column=Type}; others are taken from the values
 */
public record MineFile(String path, @Nullable String className, List<String> types) {
  /** Copies the list. */
  public MineFile {
    types = List.copyOf(types);
  }
}
