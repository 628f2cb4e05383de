package dev.plumbline.runners.study.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.plumbline.runners.options.Json;
import dev.plumbline.transforms.artifact.ArtifactFile;
import dev.plumbline.transforms.artifact.ArtifactKind;
import dev.plumbline.transforms.artifact.ArtifactManifest;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A row stream as another program may write it: keys that are paths, in any order, none where the
 * cell is null, and no schema. The first row has all, in order.
 */
final class OthersRowStream {
  private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

  private OthersRowStream() {}

  /** Puts it in the place of one of ours that has this manifest. */
  static void inThePlaceOf(Path manifest, long seed) throws IOException {
    Path folder = manifest.getParent();
    ArtifactManifest ours = ArtifactManifest.read(manifest);
    Path file = ours.files(ArtifactKind.ROW_STREAM).get(0).in(folder);
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Map<String, Object> row = Json.mapper().readValue(line, ROW);
      List<String> keys = new ArrayList<>(row.keySet());
      if (!lines.isEmpty()) {
        keys.removeIf(key -> row.get(key) == null);
        Collections.shuffle(keys, random);
      }
      Map<String, Object> other = new LinkedHashMap<>();
      keys.forEach(key -> other.put("Gene." + key.replace('_', '.'), row.get(key)));
      lines.add(Json.mapper().writeValueAsString(other));
    }
    Files.write(file, lines);
    for (ArtifactFile schema : ours.files(ArtifactKind.SCHEMA)) {
      Files.delete(schema.in(folder));
    }
    WrittenFile written = new WrittenFile(file.toString(), ours.rows(), Files.size(file));
    ArtifactManifest.of(folder, ours.origin(), Map.of(ArtifactKind.ROW_STREAM, List.of(written)))
        .write(manifest);
  }
}
