package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.rowstream.RowStreamSpec;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of row streams, so that a replay finds what a run has kept: {@code NAME.jsonl}, {@code
 * NAME.jsonl.schema.json} and, written last, {@code NAME.artifact.json}, an {@link
 * ArtifactManifest}. A stream without it is not there.
 *
 * @param directory the folder
 */
public record RowStreamStore(Path directory) {
  private static final String MANIFEST = ".artifact.json";

  /**
   * Keeps a table as a row stream, in the place of one that is kept under the same name. Of runs
   * that do so at once, the last one wins.
   *
   * @param origin of the table; its scenario, input and query are the key's
   */
  public StoredStream keep(StreamKey key, TableWriter table, ArtifactOrigin origin)
      throws IOException {
    Files.createDirectories(directory);
    return StreamLock.holding(lock(key), () -> replace(key, table, origin));
  }

  private StoredStream replace(StreamKey key, TableWriter table, ArtifactOrigin origin)
      throws IOException {
    sweep(key);
    Path file = file(key);
    Path manifest = manifest(key);
    // before the file is replaced: a killed writer shall not leave it beside another's manifest
    Files.deleteIfExists(manifest);
    WrittenFile written = table.write(ArtifactKind.ROW_STREAM, file);
    Path schema = SchemaFile.beside(file);
    ArtifactManifest made =
        ArtifactManifest.of(
            directory,
            origin,
            Map.of(
                ArtifactKind.ROW_STREAM, List.of(written),
                ArtifactKind.SCHEMA,
                    List.of(new WrittenFile(schema.toString(), 0, Files.size(schema)))));
    made.write(manifest);
    return new StoredStream(file, made);
  }

  /**
   * Finds a row stream. Its digest is not checked, only that it is there, with its size.
   *
   * @throws ArtifactException if a manifest is there that cannot be understood, is of another
   *     scenario, input or query, or lists files that are not there
   */
  public Optional<StoredStream> find(StreamKey key) throws IOException {
    Path manifest = manifest(key);
    if (!Files.exists(manifest)) {
      return Optional.empty();
    }
    ArtifactManifest read = ArtifactManifest.read(manifest);
    if (!read.origin().scenario().equals(key.scenario())
        || !read.origin().input().equals(key.input())
        || !read.origin().queryHash().equals(key.queryHash())) {
      throw new ArtifactException(
          manifest,
          "it is of scenario '%s', %s and query %s, expected '%s', %s and %s"
              .formatted(
                  read.origin().scenario(),
                  read.origin().input(),
                  read.origin().queryHash(),
                  key.scenario(),
                  key.input(),
                  key.queryHash()));
    }
    for (ArtifactFile schema : read.files(ArtifactKind.SCHEMA)) {
      schema.find(directory);
    }
    List<ArtifactFile> streams = read.files(ArtifactKind.ROW_STREAM);
    if (streams.size() != 1) {
      throw new ArtifactException(
          manifest, "it lists %d row streams, expected one".formatted(streams.size()));
    }
    return Optional.of(new StoredStream(streams.get(0).find(directory), read));
  }

  /** Where a row stream is looked for. */
  public Path file(StreamKey key) {
    return directory.resolve(key.name() + RowStreamSpec.SUFFIX);
  }

  /**
   * Does something during which no run replaces the row stream. Where nothing can be written, none
   * could.
   */
  <T> T reading(StreamKey key, StreamLock.Action<T> action) throws IOException {
    return Files.isWritable(directory) ? StreamLock.holding(lock(key), action) : action.run();
  }

  private Path lock(StreamKey key) {
    return directory.resolve("." + key.name() + ".lock");
  }

  /** What a run has left that was killed while it wrote the same. */
  private void sweep(StreamKey key) throws IOException {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(directory, "." + key.name() + ".*.partial")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path manifest(StreamKey key) {
    return directory.resolve(key.name() + MANIFEST);
  }
}
