package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbLibraryTest {
  @TempDir Path cache;

  private static Path driver() throws Exception {
    return Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.list(cache)) {
      return all.toList();
    }
  }

  @Test
  void holdsTheDriversLibraryAsItIsAndIsMadeOnce() throws Exception {
    Path jar = DuckDbLibrary.jar(driver(), cache).orElseThrow();
    try (JarFile made = new JarFile(jar.toFile());
        JarFile from = new JarFile(driver().toFile())) {
      JarEntry library = made.stream().toList().get(0);
      assertEquals(1, made.size());
      assertEquals(library.getSize(), library.getCompressedSize());
      assertArrayEquals(
          from.getInputStream(from.getJarEntry(library.getName())).readAllBytes(),
          made.getInputStream(library).readAllBytes());
    }
    Object file = Files.readAttributes(jar, BasicFileAttributes.class).fileKey();
    assertEquals(jar, DuckDbLibrary.jar(driver(), cache).orElseThrow());
    assertEquals(file, Files.readAttributes(jar, BasicFileAttributes.class).fileKey());
    assertEquals(List.of(jar), files());
  }

  @Test
  void isMadeAnewWhereItWasCutOff() throws Exception {
    Path jar = DuckDbLibrary.jar(driver(), cache).orElseThrow();
    long size = Files.size(jar);
    Files.write(jar, new byte[100]);
    assertEquals(jar, DuckDbLibrary.jar(driver(), cache).orElseThrow());
    assertEquals(size, Files.size(jar));
  }

  @Test
  void isLeftOutWhereNoFolderCanBeMade() throws Exception {
    Path file = Files.createFile(cache.resolve("file"));
    assertFalse(DuckDbLibrary.jar(driver(), file.resolve("cache")).isPresent());
    assertFalse(DuckDbLibrary.jar(cache.resolve("no.jar"), cache).isPresent());
  }

  @Test
  void standsInFrontOfForksClasses() {
    List<Path> forks = ClassPath.forForks().entries();
    assertTrue(forks.get(0).getFileName().toString().startsWith("libduckdb_java"), forks::toString);
    assertEquals(ClassPath.current().entries(), forks.subList(1, forks.size()));
  }
}
