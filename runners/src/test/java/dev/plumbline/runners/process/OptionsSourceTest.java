package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionsSourceTest {
  @TempDir Path results;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> calls = new ArrayList<>();

  /** Notes when it is opened and closed, and what the results folder held then. */
  private final class NotingSource implements OptionsSource {
    private final OptionsSource opened;

    NotingSource(OptionsSource opened) {
      this.opened = opened;
    }

    @Override
    public Object open() throws IOException {
      calls.add("open, " + found());
      return opened.open();
    }

    @Override
    public void close() {
      calls.add("close, " + found());
    }
  }

  private int run(Path folder, OptionsSource opened) throws Exception {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    OptionsSource source = new NotingSource(opened);
    return new Launcher(Map.of(), stream, ForkStart.writing(ForkOutput.inherited()))
        .run(new ForkedRun(TinyTask.class, source, null, "128m", "tiny", folder.toString(), null));
  }

  private String found() {
    try (Stream<Path> all = Files.list(results)) {
      return String.join(" ", all.map(p -> p.getFileName().toString()).map(this::kind).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String kind(String name) {
    return name.startsWith(".") ? name.substring(name.lastIndexOf('.')) : "complete";
  }

  @Test
  void isOpenFromTheDirectoryToTheChildsEnd() throws Exception {
    assertEquals(0, run(results, () -> new TinyTask.Options("done", results.toString())));
    assertEquals(List.of("open, .partial", "close, complete"), calls);
  }

  @Test
  void isNotOpenedForFolderThatCannotBeMade() throws Exception {
    Path file = Files.writeString(results.resolve("occupied"), "");
    assertThrows(UsageException.class, () -> run(file, () -> "unused"));
    assertEquals(List.of(), calls);
  }

  @Test
  void cannotOpenAndSoTheRunCouldNotBeDone() throws Exception {
    int exit =
        run(
            results,
            () -> {
              throw new IllegalStateException("cannot listen on 127.0.0.1:1");
            });
    assertEquals(1, exit);
    assertEquals(List.of("open, .partial", "close, .partial"), calls);
    assertEquals(".failed", found());
    JsonNode last = Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("failed", last.get("status").asText());
    assertEquals("IllegalStateException", last.get("error_type").asText());
    assertTrue(last.get("profile_name").isNull());
    String message = last.get("message").asText();
    assertTrue(message.startsWith("the run could not be done: "), message);
    assertTrue(message.endsWith("cannot listen on 127.0.0.1:1"), message);
    assertFalse(out.toString(StandardCharsets.UTF_8).contains("report.json"));
  }
}
