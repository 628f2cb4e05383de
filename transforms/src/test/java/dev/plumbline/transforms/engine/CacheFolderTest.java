package dev.plumbline.transforms.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Properties HOME = properties("user.home", "/home/ada");

  @Test
  void theCacheIsInTheUsersHome() {
    assertEquals(Path.of("/home/ada/.cache/plumbline"), CacheFolder.of(HOME, Map.of()));
    assertEquals(
        Path.of("/home/ada/.cache/plumbline"),
        CacheFolder.of(HOME, Map.of(CacheFolder.VARIABLE, " ")));
  }

  @Test
  void theVariableNamesAnother() {
    assertEquals(
        Path.of("/var/cache/x"),
        CacheFolder.of(HOME, Map.of(CacheFolder.VARIABLE, "/var/cache/x")));
  }

  @Test
  void thePropertyGoesBeforeTheVariable() {
    assertEquals(
        Path.of("/srv/y"),
        CacheFolder.of(
            properties(CacheFolder.PROPERTY, "/srv/y"),
            Map.of(CacheFolder.VARIABLE, "/var/cache/x")));
  }

  @Test
  void aRelativeFolderIsBelowTheWorkingDirectory() {
    assertEquals(
        Path.of("z").toAbsolutePath(), CacheFolder.of(HOME, Map.of(CacheFolder.VARIABLE, "z")));
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
