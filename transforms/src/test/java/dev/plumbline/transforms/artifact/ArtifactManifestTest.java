package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Sha256;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactManifestTest {
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final ArtifactOrigin ORIGIN =
      new ArtifactOrigin(
          "elt", "a mine", "0f", "a mine", "c0de", "1e", Instant.parse("2026-11-23T01:02:03Z"));

  @TempDir Path directory;

  @Test
  void hasThisForm() throws Exception {
    Path file = write(manifest());

    assertEquals(
        """
        {
          "schema_version" : "plumbline_artifacts_v1",
          "scenario" : "elt",
          "input" : "a mine",
          "query_hash" : "0f",
          "rows" : 5,
          "source" : "a mine",
          "content_digest" : "c0de",
          "model_digest" : "1e",
          "created_at" : "2026-11-23T01:02:03Z",
          "artifacts" : {
            "csv" : [ {
              "path" : "csv/rows.csv",
              "rows" : 5,
              "size_bytes" : 3,
              "sha256" : "%s"
            } ],
            "schema" : [ {
              "path" : "csv/schema.json",
              "rows" : 0,
              "size_bytes" : 3,
              "sha256" : "%s"
            } ]
          }
        }
        """
            .formatted(HASH_OF_ABC, HASH_OF_ABC),
        Files.readString(file));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(2, files.count(), "the manifest, the folder and nothing else");
    }
  }

  @Test
  void readsBackWhatItWroteAndVerifies() throws Exception {
    ArtifactManifest manifest = manifest();

    ArtifactManifest read = ArtifactManifest.read(write(manifest));

    assertEquals(manifest, read);
    assertEquals(List.of(), read.files(ArtifactKind.PARQUET));
    read.verify(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv/rows.csv", "csv/schema.json"})
  void aFileWithAnotherByteIsNamedWithBothDigests(String name) throws Exception {
    ArtifactManifest read = ArtifactManifest.read(write(manifest()));
    Path changed = Files.writeString(directory.resolve(name), "abd");

    ArtifactException refused = assertThrows(ArtifactException.class, () -> read.verify(directory));

    assertEquals(
        "Cannot read %s: its SHA-256 is %s, its manifest says %s"
            .formatted(changed, Sha256.of("abd"), HASH_OF_ABC),
        refused.getMessage());
  }

  @Test
  void aFileOfAnotherSizeOrNoneIsNamed() throws Exception {
    ArtifactManifest read = ArtifactManifest.read(write(manifest()));
    Path changed = Files.writeString(directory.resolve("csv/rows.csv"), "ab");

    assertTrue(refused(read).contains(changed + ": it has 2 bytes, its manifest says 3"));
    Files.delete(changed);
    assertTrue(refused(read).contains(changed + ": its manifest lists it, and it is not there"));
  }

  @Test
  void isNotWrittenBeforeItsFiles() throws Exception {
    ArtifactManifest manifest = manifest();
    Files.delete(directory.resolve("csv/rows.csv"));

    assertThrows(ArtifactException.class, () -> write(manifest));

    assertTrue(Files.notExists(directory.resolve(ArtifactManifest.FILE)));
  }

  @Test
  void rejectsFilesThatHoldAnotherNumberOfRows() throws Exception {
    Map<ArtifactKind, List<ArtifactFile>> files = manifest().files();

    IllegalArgumentException rejected =
        assertThrows(IllegalArgumentException.class, () -> new ArtifactManifest(ORIGIN, 4, files));

    assertEquals("The table has 4 rows, its files of kind csv have 5", rejected.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/rows.csv", "../rows.csv", "a/../../rows.csv", ""})
  void rejectsPathsOutOfItsDirectory(String path) {
    assertThrows(IllegalArgumentException.class, () -> new ArtifactFile(path, 1, 1, HASH_OF_ABC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"plumbline_artifacts_v1\"|\"plumbline_artifacts_v2\"|its schema_version is",
        "\"scenario\" : \"elt\",||'scenario' is missing, expected a string",
        "\"rows\" : 5,|\"rows\" : -5,|'rows' is -5, expected a count",
        "\"rows\" : 5,|\"rows\" : 6,|The table has 6 rows",
        "\"rows\" : 5,|\"rows\" : \"5\",|'rows' is something else, expected an integer",
        "2026-11-23T01|23rd|could not be parsed",
        "\"csv/rows.csv\"|\"../rows.csv\"|no path within",
        "ba7816bf8|gone|SHA-256",
        "} ]|}|it is no JSON",
      })
  void whatIsNoManifestIsNamed(String good, String bad, String expected) throws Exception {
    Path file = write(manifest());
    String json = Files.readString(file);
    assertTrue(json.contains(good), good);
    Files.writeString(
        file,
        json.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad == null ? "" : bad)));

    String message =
        String.valueOf(
            assertThrows(ArtifactException.class, () -> ArtifactManifest.read(file)).getMessage());

    assertTrue(message.startsWith("Cannot read %s: ".formatted(file)), message);
    assertTrue(message.contains(expected), message);
  }

  private String refused(ArtifactManifest manifest) {
    return String.valueOf(
        assertThrows(ArtifactException.class, () -> manifest.verify(directory)).getMessage());
  }

  private Path write(ArtifactManifest manifest) throws IOException {
    Path file = directory.resolve(ArtifactManifest.FILE);
    manifest.write(file);
    return file;
  }

  private ArtifactManifest manifest() throws IOException {
    return new ArtifactManifest(
        ORIGIN,
        5,
        Map.of(
            ArtifactKind.CSV, List.of(file("rows.csv", 5)),
            ArtifactKind.SCHEMA, List.of(file("schema.json", 0))));
  }

  private ArtifactFile file(String name, long rows) throws IOException {
    Path file = Files.createDirectories(directory.resolve("csv")).resolve(name);
    Files.writeString(file, "abc");
    return ArtifactFile.of(directory, new WrittenFile(file.toString(), rows, 3));
  }
}
