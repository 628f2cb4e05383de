package dev.plumbline.runners.launch;

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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    entries.addAll(current().entries());
    return new ClassPath(entries);
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
        Arrays.stream(urls.getURLs())
            .filter(ClassPath::isFile)
            .map(ClassPath::path)
            .forEach(entries::add);
      }
    }
    if (entries.isEmpty()) {
      boolean one = Files.isRegularFile(Path.of(javaClassPath)); // what -jar names, signs and all
      Arrays.stream(
              one ? new String[] {javaClassPath} : javaClassPath.split(File.pathSeparator, -1))
          .filter(entry -> !entry.isEmpty()) // the working directory, which nobody means
          .map(Path::of)
          .forEach(entries::add);
    }
    return new ClassPath(
        entries.stream()
            .map(Path::toAbsolutePath)
            .filter(Files::exists)
            .sorted(Comparator.comparing(Files::isDirectory))
            .toList());
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
    return entries.stream().noneMatch(ClassPath::isCut);
  }

  private static boolean isCut(Path entry) {
    return entry.toString().contains(File.pathSeparator);
  }

  /** Whether there is no class folder among them. */
  public boolean jarsOnly() {
    return entries.stream().allMatch(Files::isRegularFile);
  }

  /** As {@code -cp} takes it. */
  public String text() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static boolean isFile(URL url) {
    return url.getProtocol().equals("file");
  }

  private static Path path(URL url) {
    return Path.of(URI.create(url.toString().replace(" ", "%20")));
  }
}
