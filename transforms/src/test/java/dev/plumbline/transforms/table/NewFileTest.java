package dev.plumbline.transforms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewFileTest {
  @TempDir Path directory;

  @Test
  void isThereWhenItIsCompleteAndNotBefore() throws IOException {
    Path file = directory.resolve("a.txt");
    NewFile.write(file, bytes("old"));
    try (NewFile made = NewFile.create(file)) {
      Files.write(made.unfinished(), bytes("new"));
      assertEquals("old", Files.readString(file));
      made.complete();
    }
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void closedBeforeThatItIsGone() throws IOException {
    try (NewFile made = NewFile.create(directory.resolve("a.txt"))) {
      made.channel().write(ByteBuffer.wrap(bytes("half")));
      assertEquals(1, names().size());
    }
    assertEquals(List.of(), names());
  }

  @Test
  void twoWritersOfOneFileAreNotInEachOthersWay() throws IOException {
    Path file = directory.resolve("a.txt");
    try (NewFile one = NewFile.create(file);
        NewFile other = NewFile.create(file)) {
      assertNotEquals(one.unfinished(), other.unfinished());
      Files.write(one.unfinished(), bytes("one"));
      Files.write(other.unfinished(), bytes("other"));
      one.complete();
      other.complete();
    }
    assertEquals("other", Files.readString(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
