package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A pattern of files.
 *
 * @param base the folder above the first part of the pattern that is not a plain name
 * @param pattern what is below it, in Java's glob syntax
 */
record Glob(Path base, String pattern) {
  private static final String SPECIAL = "*?[{";

  /** Whether a path has a part that is not a plain name. */
  static boolean is(String path) {
    return path.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** Cuts a path before the first part that is not a plain name. */
  static Glob of(String path) {
    int special = 0;
    while (SPECIAL.indexOf(path.charAt(special)) < 0) {
      special++;
    }
    int slash = path.lastIndexOf('/', special);
    String base = slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    return new Glob(Path.of(base), path.substring(slash + 1));
  }

  /** The files of a kind right in a folder, sorted. */
  static List<Path> in(Path directory, ArtifactKind kind) throws IOException {
    return new Glob(directory, "*").files(kind);
  }

  /** The files of a kind that it fits, sorted. */
  List<Path> files(ArtifactKind kind) throws IOException {
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher = base.getFileSystem().getPathMatcher("glob:" + pattern);
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
    try (Stream<Path> all = Files.walk(base, depth)) {
      return all.filter(kind::is)
          .filter(file -> isShown(base.relativize(file)))
          .filter(file -> matcher.matches(base.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw ArtifactException.unreadable(base, e);
    }
  }

  private static boolean isShown(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .noneMatch(
            name -> name.startsWith(".") || name.startsWith("_") || name.endsWith(".partial"));
  }
}
