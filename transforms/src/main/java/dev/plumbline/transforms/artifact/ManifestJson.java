package dev.plumbline.transforms.artifact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.transforms.table.NewFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes manifests. */
final class ManifestJson {
  private ManifestJson() {}

  static void write(Path file, ArtifactManifest manifest) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IllegalArgumentException("'%s' is no file".formatted(file));
    }
    for (List<ArtifactFile> files : manifest.files().values()) {
      for (ArtifactFile listed : files) {
        sync(listed.find(directory));
      }
    }
    ByteBuffer json = ByteBuffer.wrap(bytes(manifest));
    NewFile.write(
        file,
        channel -> {
          while (json.hasRemaining()) {
            channel.write(json);
          }
          channel.force(true);
        });
  }

  private static byte[] bytes(ArtifactManifest manifest) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema_version", ArtifactManifest.VERSION);
      json.writeStringField("scenario", manifest.origin().scenario());
      json.writeStringField("input", manifest.origin().input());
      json.writeStringField("query_hash", manifest.origin().queryHash());
      json.writeNumberField("rows", manifest.rows());
      json.writeStringField("source", manifest.origin().source());
      json.writeStringField("content_digest", manifest.origin().contentDigest());
      json.writeStringField("model_digest", manifest.origin().modelDigest());
      json.writeStringField("created_at", manifest.origin().createdAt().toString());
      json.writeObjectFieldStart("artifacts");
      for (Map.Entry<ArtifactKind, List<ArtifactFile>> entry : manifest.files().entrySet()) {
        json.writeArrayFieldStart(entry.getKey().label());
        for (ArtifactFile listed : entry.getValue()) {
          file(json, listed);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void file(JsonGenerator json, ArtifactFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeNumberField("rows", file.rows());
    json.writeNumberField("size_bytes", file.sizeBytes());
    json.writeStringField("sha256", file.sha256());
    json.writeEndObject();
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
