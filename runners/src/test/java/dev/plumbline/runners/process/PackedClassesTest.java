package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of classes as jars. */
final class PackedClassesTest {
  @TempDir Path target;
  private Path classes = Path.of("");

  @BeforeEach
  void classes() throws Exception {
    classes = target.resolve("classes");
    Files.writeString(Files.createDirectories(classes.resolve("a/b")).resolve("C.class"), "one");
  }

  @Test
  void whatIsInTheFolderIsInTheJar() throws Exception {
    Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(classes.resolve("META-INF/services/x"), "y");

    try (JarFile jar = new JarFile(PackedClasses.of(classes).toFile())) {
      assertEquals(
          Set.of("a/b/C.class", "META-INF/services/x"),
          Set.copyOf(jar.stream().map(entry -> entry.getName()).toList()));
      String content =
          new String(
              jar.getInputStream(jar.getJarEntry("a/b/C.class")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertEquals("one", content);
    }
  }

  @Test
  void anotherContentIsAnotherJarAndTheFirstOneStaysForThoseWhoUseIt() throws Exception {
    Path first = PackedClasses.of(classes);
    assertEquals(first, PackedClasses.of(classes));
    Files.writeString(classes.resolve("a/b/C.class"), "other");

    Path second = PackedClasses.of(classes);

    assertNotEquals(first, second);
    assertTrue(Files.exists(first));
  }

  @Test
  void jarsOfEarlierDaysGo() throws Exception {
    Path first = PackedClasses.of(classes);
    Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Files.writeString(classes.resolve("a/b/C.class"), "other");

    PackedClasses.of(classes);

    assertTrue(Files.notExists(first));
  }

  @Test
  void manyAtOnceGetTheSameJarAndItStays() throws Exception {
    Set<Path> jars = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              Path jar = PackedClasses.of(classes);
              jars.add(jar);
            });

    assertEquals(1, jars.size(), jars::toString);
    assertTrue(Files.exists(jars.iterator().next()));
  }

  @Test
  void aFolderThatCannotBePackedStaysAFolder() {
    assertEquals(target.resolve("none/classes"), PackedClasses.of(target.resolve("none/classes")));
  }
}
