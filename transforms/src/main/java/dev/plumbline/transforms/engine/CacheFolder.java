package dev.plumbline.transforms.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where installed engines, and what is unpacked of them, are kept from one run to the next. */
public final class CacheFolder {
  /** The environment variable that names it. */
  public static final String VARIABLE = "PLUMBLINE_CACHE";

  /** The system property that names it, before the environment variable. */
  public static final String PROPERTY = "plumbline.cache";

  private CacheFolder() {}

  /** This process's, absolute. */
  public static Path here() {
    return of(System.getProperties(), System.getenv());
  }

  /** The folder that these name; if they do not, the one in the user's home. */
  static Path of(Properties properties, Map<String, String> environment) {
    String named = properties.getProperty(PROPERTY, environment.getOrDefault(VARIABLE, ""));
    Path folder =
        named.isBlank()
            ? Path.of(properties.getProperty("user.home"), ".cache", "plumbline")
            : Path.of(named);
    return folder.toAbsolutePath();
  }
}
