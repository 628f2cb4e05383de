package dev.plumbline.transforms.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Sha256;
import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.MineRequest;
import dev.plumbline.transforms.mine.PathQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageRecorderTest {
  private static final PathQuery QUERY =
      new PathQuery("genomic", List.of("Gene.symbol"), List.of(), "Gene.id asc");
  private static final RecordedExport EXPORT =
      new RecordedExport("http://127.0.0.1:1/m/service", QUERY, 7, 4);

  @TempDir Path home;

  private Path folder;

  @BeforeEach
  void name() {
    folder = home.resolve("recording");
  }

  @Test
  void keepsRawBodiesUnderNamesThatTellWhatTheyAre() throws IOException {
    PageRecorder recorder = PageRecorder.into(folder);
    recorder.keep(answer("GET", "/version/ws", Map.of(), "", "35\n"));
    recorder.keep(answer("GET", "/model", Map.of(), "", "<model/>"));
    recorder.keep(answer("POST", "/query/results", form(null, "count"), "", "7\n"));
    recorder.keep(answer("POST", "/query/results", form("4", "json"), "", "{}"));
    recorder.keep(answer("POST", "/query/results", form("5", "json"), "gzip", "not unzipped"));

    assertEquals(5, RecordingManifest.complete(folder, EXPORT));

    try (var files = Files.list(folder.resolve("bodies"))) {
      assertEquals(
          List.of(
              "count.txt",
              "model.xml",
              "page-0000000000-4.json",
              "page-0000000000-5.json.gz",
              "version-ws.txt"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    assertArrayEquals(
        "not unzipped".getBytes(StandardCharsets.UTF_8),
        Files.readAllBytes(folder.resolve("bodies/page-0000000000-5.json.gz")));
  }

  @Test
  void anAnswerToTheSameRequestReplacesTheEarlierOne() throws IOException {
    PageRecorder recorder = PageRecorder.into(folder);
    recorder.keep(answer("POST", "/query/results", form("4", "json"), "", "first"));
    recorder.keep(answer("POST", "/query/results", form("4", "json"), "", "second"));

    assertEquals(1, RecordingManifest.complete(folder, EXPORT));
    assertEquals("second", Files.readString(folder.resolve("bodies/page-0000000000-4.json")));
    assertTrue(Files.readString(folder.resolve("manifest.json")).contains(Sha256.of("second")));
  }

  @Test
  void hasNoNameUntilItIsComplete() throws IOException {
    PageRecorder.into(folder).keep(answer("GET", "/model", Map.of(), "", "<model/>"));

    assertFalse(Files.exists(folder));
  }

  @Test
  void dropsWhatAnExportThatDidNotEndWellHasLeft() throws IOException {
    PageRecorder.into(folder)
        .keep(answer("POST", "/query/results", form("4", "json"), "", "of before"));
    PageRecorder.into(folder).keep(answer("GET", "/model", Map.of(), "", "<model/>"));

    assertEquals(1, RecordingManifest.complete(folder, EXPORT));
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.txt"), "mine");

    IOException refused = assertThrows(IOException.class, () -> PageRecorder.into(folder));
    assertTrue(refused.getMessage().contains("holds files already"), refused.getMessage());
  }

  @Test
  void aFolderThatIsGoneIsAnErrorThatNamesIt() throws IOException {
    PageRecorder recorder = PageRecorder.into(home.resolve("gone"));
    Files.delete(home.resolve(".gone.partial/bodies"));

    UncheckedIOException failed =
        assertThrows(
            UncheckedIOException.class,
            () -> recorder.keep(answer("GET", "/model", Map.of(), "", "<model/>")));
    assertTrue(failed.getMessage().contains("gone"), failed.getMessage());
  }

  private static Map<String, String> form(String size, String format) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", QUERY.xml());
    form.put("start", "0");
    if (size != null) {
      form.put("size", size);
    }
    form.put("format", format);
    return form;
  }

  private static MineAnswer answer(
      String method, String path, Map<String, String> form, String encoding, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new MineAnswer(
        new MineRequest(method, path, form),
        "text/plain",
        encoding,
        bytes,
        bytes,
        Duration.ofMillis(1),
        Duration.ofMillis(2));
  }
}
