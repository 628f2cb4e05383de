package dev.plumbline.runners.process;

import dev.plumbline.runners.options.EnvironmentException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where this program's classes come from, so that a fork can have the same.
 *
 * @param entries absolute paths of jars and class folders that exist, in order: jars before
 *     folders, so that what a JVM has archived of jars stands first
 */
public record ClassPath(List<Path> entries) {

  public ClassPath {
    entries = List.copyOf(entries);
  }

  /**
   * The class path of the running program. Inside Maven only the thread's class loader knows it;
   * under plain {@code java} it is {@code java.class.path}.
   */
  public static ClassPath current() {
    return of(
        Thread.currentThread().getContextClassLoader(), System.getProperty("java.class.path"));
  }

  /** The same for a JVM that is forked: the library that is in its place already comes first. */
  public static ClassPath forForks() {
    List<Path> entries = new ArrayList<>();
    DuckDbLibrary.jar()
        .filter(jar -> !jar.toString().contains(File.pathSeparator))
        .ifPresent(entries::add);
    entries.addAll(current().packed().entries());
    return new ClassPath(entries);
  }

  /** The same with a jar in place of each class folder, if classes are to be archived. */
  ClassPath packed() {
    if (ClassArchives.unwanted()) {
      return this;
    }
    List<Path> jars = new ArrayList<>();
    for (Path entry : entries) {
      jars.add(Files.isDirectory(entry) ? PackedClasses.of(entry) : entry);
    }
    return new ClassPath(jars);
  }

  /** Likewise of another build: its jar, which names its libraries, behind DuckDB's library. */
  public static ClassPath ofBuild(Path jar) throws IOException {
    List<Path> entries = new ArrayList<>();
    DuckDbLibrary.ofBuild(jar).ifPresent(entries::add);
    entries.add(jar);
    return new ClassPath(entries);
  }

  static ClassPath of(@Nullable ClassLoader loader, String javaClassPath) {
    Set<Path> entries = new LinkedHashSet<>();
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      if (at instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          if (url.getProtocol().equals("file")) {
            entries.add(path(url));
          }
        }
      }
    }
    if (entries.isEmpty()) {
      boolean one = Files.isRegularFile(Path.of(javaClassPath)); // what -jar names, signs and all
      for (String entry : one ? List.of(javaClassPath) : split(javaClassPath)) {
        if (!entry.isEmpty()) { // the working directory, which nobody means
          entries.add(Path.of(entry));
        }
      }
    }
    List<Path> jars = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (Path entry : entries) {
      Path absolute = entry.toAbsolutePath();
      if (Files.exists(absolute)) {
        (Files.isDirectory(absolute) ? folders : jars).add(absolute);
      }
    }
    jars.addAll(folders);
    return new ClassPath(jars);
  }

  private static List<String> split(String javaClassPath) {
    return Arrays.asList(javaClassPath.split(File.pathSeparator, -1));
  }

  /**
   * Holds that a fork can be given it.
   *
   * @throws EnvironmentException if it cannot, naming the place
   */
  public void check() {
    for (Path entry : entries) {
      if (isCut(entry)) {
        throw new EnvironmentException(
            "this program is installed at %s; a class path cannot hold a '%s': move it elsewhere"
                .formatted(entry, File.pathSeparator));
      }
    }
  }

  /** Whether a fork can be given it. */
  public boolean canBeForked() {
    for (Path entry : entries) {
      if (isCut(entry)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCut(Path entry) {
    return entry.toString().contains(File.pathSeparator);
  }

  /** Whether there is no class folder among them. */
  public boolean jarsOnly() {
    for (Path entry : entries) {
      if (!Files.isRegularFile(entry)) {
        return false;
      }
    }
    return true;
  }

  /** As {@code -cp} takes it. */
  public String text() {
    StringJoiner text = new StringJoiner(File.pathSeparator);
    for (Path entry : entries) {
      text.add(entry.toString());
    }
    return text.toString();
  }

  private static Path path(URL url) {
    return Path.of(URI.create(url.toString().replace(" ", "%20")));
  }
}
