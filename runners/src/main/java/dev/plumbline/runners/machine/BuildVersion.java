package dev.plumbline.runners.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, which the build writes into {@code build.properties}. */
public final class BuildVersion {
  private BuildVersion() {}

  /** Such as {@code 0.1.0}. */
  public static String current() {
    Properties build = new Properties();
    try (InputStream in =
        Objects.requireNonNull(BuildVersion.class.getResourceAsStream("build.properties"))) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in build.properties", e);
    }
    return build.getProperty("version", "unknown");
  }
}
