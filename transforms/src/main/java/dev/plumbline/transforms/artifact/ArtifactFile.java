package dev.plumbline.transforms.artifact;

import dev.plumbline.parity.Sha256;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that a manifest lists.
 *
 * @param path relative to the manifest's directory and within it, with slashes
 * @param rows the rows in it; 0 of a schema
 * @param sizeBytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
public record ArtifactFile(String path, long rows, long sizeBytes, String sha256) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Rejects a path out of the directory, counts below zero and a digest that is none. */
  public ArtifactFile {
    Path relative = Path.of(path);
    if (path.isEmpty() || relative.isAbsolute() || relative.normalize().startsWith("..")) {
      throw new IllegalArgumentException(
          "'%s' is no path within the manifest's directory".formatted(path));
    }
    if (rows < 0 || sizeBytes < 0 || !HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "'%s' has %d rows, %d bytes and SHA-256 '%s'".formatted(path, rows, sizeBytes, sha256));
    }
  }

  /** Of a complete file, by reading it. */
  public static ArtifactFile of(Path directory, WrittenFile file) throws IOException {
    Path path = Path.of(file.path()).toAbsolutePath();
    String relative = directory.toAbsolutePath().relativize(path).toString().replace('\\', '/');
    return new ArtifactFile(relative, file.rows(), Files.size(path), Sha256.of(path));
  }

  /** Where it lies. */
  public Path in(Path directory) {
    return directory.resolve(path);
  }

  /**
   * Whether it is there, with this size.
   *
   * @throws ArtifactException if not, naming it
   */
  public Path find(Path directory) throws IOException {
    Path file = in(directory);
    if (!Files.isRegularFile(file)) {
      throw new ArtifactException(file, "its manifest lists it, and it is not there");
    }
    if (Files.size(file) != sizeBytes) {
      throw new ArtifactException(
          file, "it has %d bytes, its manifest says %d".formatted(Files.size(file), sizeBytes));
    }
    return file;
  }

  /**
   * Whether its bytes are those that were written.
   *
   * @throws ArtifactException if not, naming it and both digests
   */
  public void verify(Path directory) throws IOException {
    Path file = find(directory);
    String found = Sha256.of(file);
    if (!found.equals(sha256)) {
      throw new ArtifactException(
          file, "its SHA-256 is %s, its manifest says %s".formatted(found, sha256));
    }
  }
}
