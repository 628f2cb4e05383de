package dev.plumbline.runners.process;

import dev.plumbline.transforms.engine.CacheFolder;
import dev.plumbline.transforms.table.NewFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DuckDB's native library, unpacked once. The driver inflates 70 MB out of its jar in every JVM; a
 * jar in front of it that holds the same library as it is saves each of them half a second.
 */
final class DuckDbLibrary {
  private static final String DRIVER = "org.duckdb.DuckDBDriver";
  private static final String NAME = "libduckdb_java.so_%s_%s";

  /** What a jar has beside its one entry is less than this. */
  private static final long MOST_OVERHEAD_BYTES = 1 << 16;

  private DuckDbLibrary() {}

  /** The jar, made if it is not there; empty if it cannot be, and then nothing is lost but time. */
  static Optional<Path> jar() {
    try {
      CodeSource source =
          Class.forName(DRIVER, false, DuckDbLibrary.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return jar(Path.of(source.getLocation().toURI()), CacheFolder.here());
    } catch (ClassNotFoundException | URISyntaxException e) {
      log().debug("DuckDB's driver was not found", e);
      return Optional.empty();
    }
  }

  /** Of the driver that another build's jar names as a library. */
  static Optional<Path> ofBuild(Path jar) throws IOException {
    try (JarFile build = new JarFile(jar.toFile())) {
      Manifest manifest = build.getManifest();
      String libraries =
          manifest == null ? null : manifest.getMainAttributes().getValue(Name.CLASS_PATH);
      return Arrays.stream(Objects.requireNonNullElse(libraries, "").split(" ", -1))
          .filter(library -> library.contains("duckdb_jdbc"))
          .map(library -> Path.of(jar.toUri().resolve(library)))
          .filter(Files::isRegularFile)
          .findFirst()
          .flatMap(driver -> jar(driver, CacheFolder.here()));
    }
  }

  static Optional<Path> jar(Path driver, Path cache) {
    try (JarFile from = new JarFile(driver.toFile())) {
      JarEntry library = from.getJarEntry(NAME.formatted(system(), processor()));
      if (library == null) {
        return Optional.empty();
      }
      String name = "%s-%08x.jar".formatted(library.getName(), library.getCrc());
      Path jar = cache.resolve(name);
      if (!isWhole(jar, library)) {
        Files.createDirectories(cache);
        try (NewFile made = NewFile.create(jar)) {
          store(from, library, made.unfinished());
          made.complete();
        }
      }
      return Optional.of(jar);
    } catch (IOException e) {
      log().debug("DuckDB's library was not unpacked into {}", cache, e);
      return Optional.empty();
    }
  }

  private static boolean isWhole(Path jar, JarEntry library) throws IOException {
    return Files.isRegularFile(jar)
        && Files.size(jar) >= library.getSize()
        && Files.size(jar) < library.getSize() + MOST_OVERHEAD_BYTES;
  }

  private static void store(JarFile from, JarEntry library, Path to) throws IOException {
    ZipEntry stored = new ZipEntry(library.getName());
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(library.getSize());
    stored.setCrc(library.getCrc());
    try (InputStream in = from.getInputStream(library);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      out.putNextEntry(stored);
      in.transferTo(out); // refuses other bytes than those of this checksum
      out.closeEntry();
    }
  }

  /** As the driver calls this system. */
  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
  }

  /** As the driver calls this processor. */
  private static String processor() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(DuckDbLibrary.class);
  }
}
