package dev.plumbline.runners.measure.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.measure.Made;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFileTest {
  @TempDir Path directory;
  private final RawData raw = Made.raw(3, new TreeMap<>(Map.of("base", b -> 4.0, "new", b -> 5.0)));
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve(Journal.FILE);
    try (Journal journal = Journal.create(file, raw.header())) {
      for (BlockRecord block : raw.blocks()) {
        for (ForkRecord fork : raw.forks()) {
          if (fork.block() == block.block()) {
            journal.add(fork);
          }
        }
        journal.add(block);
      }
      journal.end(EndRecord.COMPLETE);
      assertEquals(raw, journal.data());
    }
  }

  @Test
  void readsWhatTheJournalWrote() throws IOException {
    assertEquals(raw, RawFile.read(file).data());
    assertEquals(raw, RawFile.read(directory).data());
    assertNull(RawFile.read(file).notice());
  }

  @Test
  void aKillLosesAtMostTheLineUnderWay() throws IOException {
    String text = Files.readString(file);
    int complete = text.lastIndexOf("\n", text.length() - 2);
    for (int cut = complete - 200; cut < complete; cut += 50) {
      Files.writeString(file, text.substring(0, cut));
      RawFile.Read read = RawFile.read(file);
      assertTrue(read.notice().contains("cut off"), read::notice);
      assertTrue(read.data().forks().size() >= raw.forks().size() - 1);
      assertNull(read.data().end());
    }
  }

  @Test
  void namesABrokenLineInTheMiddle() throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst("\"kind\":\"fork\"", "\"kind\":"));
    UsageException e = assertThrows(UsageException.class, () -> RawFile.read(file));
    assertTrue(e.getMessage().contains("line 2: "), e::getMessage);
  }

  /** A field of a newer build may be what its figures hang on. */
  @Test
  void namesAFieldOfTheHeaderThatIsNotKnown() throws IOException {
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("\"scenario\":", "\"pinned\":true,\"scenario\":"));
    UsageException e = assertThrows(UsageException.class, () -> RawFile.read(file));
    assertTrue(e.getMessage().contains("found 'pinned'"), e::getMessage);
  }

  @Test
  void namesAKindThatIsNone() throws IOException {
    Files.writeString(file, Files.readString(file) + "{\"kind\":\"fark\"}\n");
    UsageException e = assertThrows(UsageException.class, () -> RawFile.read(file));
    assertTrue(e.getMessage().contains("found kind 'fark'"), e::getMessage);
  }

  @Test
  void refusesWhatHoldsNoRawPart() throws IOException {
    Path other = directory.resolve("other.json");
    assertThrows(UsageException.class, () -> RawFile.read(other));
    Files.writeString(other, "{\n  \"cell\": {}\n}\n");
    assertThrows(UsageException.class, () -> RawFile.read(other));
    Files.writeString(other, "");
    assertThrows(UsageException.class, () -> RawFile.read(other));
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    Files.writeString(file, Files.readString(file).replace(Header.VERSION, "plumbline_forks_v9"));
    UsageException e = assertThrows(UsageException.class, () -> RawFile.read(file));
    assertTrue(e.getMessage().contains("plumbline_forks_v9"), e::getMessage);
  }
}
