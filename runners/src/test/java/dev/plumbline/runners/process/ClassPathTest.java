package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.EnvironmentException;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {
  @TempDir Path folder;

  @Test
  void isThatOfTheLoaderAndItsParentsIfTheyKnowJarsBeforeFolders() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first classes"));
    Path second = Files.createFile(folder.resolve("second.jar"));
    try (URLClassLoader parent = new URLClassLoader(new URL[] {second.toUri().toURL()}, null);
        URLClassLoader loader = new URLClassLoader(new URL[] {first.toUri().toURL()}, parent)) {
      assertEquals(List.of(second, first), ClassPath.of(loader, "launcher.jar").entries());
    }
  }

  @Test
  void isTheSystemsOtherwiseWithoutWhatIsNotThere() throws Exception {
    Path there = Files.createFile(folder.resolve("there.jar"));
    String text = there + ":" + folder.resolve("missing.jar");
    assertEquals(List.of(there), ClassPath.of(null, text).entries());
  }

  @Test
  void aPlaceThatAClassPathCannotSayIsNamed(@TempDir Path folder) throws Exception {
    Path odd = Files.createDirectory(folder.resolve("v1" + File.pathSeparator + "0"));
    Path jar = Files.writeString(odd.resolve("plumbline.jar"), "");

    ClassPath found = ClassPath.of(null, jar.toString());

    assertEquals(List.of(jar), found.entries());
    String message = assertThrows(EnvironmentException.class, found::check).getMessage();
    assertTrue(message.contains(jar.toString()), message);
    new ClassPath(List.of(folder)).check();
  }
}
