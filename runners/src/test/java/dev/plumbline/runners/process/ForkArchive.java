package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * While the first tests run, makes an archive of classes from which the JVMs that later tests fork
 * start in about two thirds of the time. Only jars can be archived, so the classes of this build
 * are packed first, with the one that loads them. Without the archive everything is the same but
 * slower; {@code runners/pom.xml} has the option that names it.
 */
public final class ForkArchive implements LauncherSessionListener {
  private static final Path TARGET = Path.of("target");
  private static final Path CLASSES = TARGET.resolve("fork-classes.jar");
  private static final Path ARCHIVE = TARGET.resolve("fork-classes.jsa");
  private static final long PATIENCE_SECONDS = 120;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Files.isDirectory(TARGET.resolve("test-classes"))) {
      return; // Maven's own JVM, which only looks which tests there are
    }
    try (FileChannel file = lockFile("fork-classes.lock");
        FileLock lock = file.lock()) {
      if (lock.isValid() && !isFresh()) { // no fork may see classes of an earlier build
        Files.deleteIfExists(ARCHIVE);
        pack();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack the classes of forks into " + CLASSES, e);
    }
    Thread training = new Thread(ForkArchive::trainOnce, "fork-archive");
    training.setDaemon(true);
    training.start();
  }

  /** One of the JVMs that share the tests does; the others find the archive when it is there. */
  private static void trainOnce() {
    try (FileChannel file = lockFile("fork-training.lock");
        FileLock lock = file.tryLock()) {
      if (lock != null && !Files.exists(ARCHIVE)) {
        train();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no archive of classes for forks", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static FileChannel lockFile(String name) throws IOException {
    return FileChannel.open(
        TARGET.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isFresh() throws IOException {
    if (!Files.exists(CLASSES)) {
      return false;
    }
    long made = CLASSES.toFile().lastModified();
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        if (files.anyMatch(file -> file.toFile().lastModified() > made)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where the classes of this build are that are not in jars. */
  private static List<Path> folders() {
    return ClassPath.current().entries().stream()
        .filter(entry -> entry.endsWith("target/classes"))
        .toList();
  }

  private static void pack() throws IOException {
    Path partial = CLASSES.resolveSibling(CLASSES.getFileName() + ".partial");
    Set<String> names = new HashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(partial))) {
      for (Path folder : folders()) {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
          for (Path file : files.toList()) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (names.add(name)) {
              out.putNextEntry(new ZipEntry(name));
              Files.copy(file, out);
            }
          }
        }
      }
      String training = TrainingTask.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new ZipEntry(training));
      Files.copy(TARGET.resolve("test-classes").resolve(training), out);
    }
    Files.move(partial, CLASSES, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void train() throws IOException, InterruptedException {
    Path partial = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".partial");
    Path results = Files.createDirectories(TARGET.resolve("fork-training"));
    String jars =
        Stream.concat(
                ClassPath.current().entries().stream()
                    .filter(Files::isRegularFile)
                    .filter(jar -> !jar.endsWith(CLASSES)),
                Stream.of(CLASSES.toAbsolutePath()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", jars, TrainingTask.class.getName()));
    command.addAll(List.of("elt", "--rows-target=500", "--mine-rows=500", "--page-size=100"));
    command.addAll(List.of("--heap=512m", "--results-dir=" + results));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder
        .environment()
        .put(ChildJvm.MORE_OPTIONS, "-XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + partial);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
      Files.move(partial, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    }
    process.destroy();
    FileTree.delete(results);
  }

  private static Path log() {
    return TARGET.resolve("fork-training.log");
  }
}
