package dev.plumbline.runners.process;

import dev.plumbline.transforms.engine.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The folder of class archives: one for each kind of work, as a JVM of that build and these classes
 * does it. A JVM that finds none records one, if it may; nothing that is wrong with the folder or
 * in it is an error, the JVM only starts more slowly.
 *
 * <p>This is read before anything else is loaded, by the process that the user starts: it uses no
 * library and no log.
 *
 * @param folder where they are
 */
record ClassArchives(Path folder) {
  private static final String ENDING = ".archive";

  /** An archive has 20 to 125 MB; several may be made at once. */
  private static final long ROOM_BYTES = 512L << 20;

  private static final int MOST = 24;
  private static final long ABANDONED_MILLIS = 3_600_000;

  /** Options that say themselves what is archived, or with which a JVM archives nothing. */
  private static final List<String> FOREIGN =
      List.of(
          "SharedArchiveFile",
          "ArchiveClassesAtExit",
          "-Xshare",
          "-XX:AOT",
          "-Xint",
          "-javaagent",
          "-agentlib",
          "-agentpath",
          "-Xrun",
          "--patch-module",
          "--limit-modules",
          "--upgrade-module-path");

  /** Environment variables that a JVM takes options from. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  static ClassArchives here() {
    return in(CacheFolder.here());
  }

  static ClassArchives in(Path cache) {
    return new ClassArchives(cache.resolve("class-archives"));
  }

  /**
   * That of a JVM.
   *
   * @param archive what it does, as part of a file's name, such as {@code run-elt-direct-duckdb}
   * @param options its options, without those that only place files or size its heap
   */
  ClassArchive of(String archive, ClassPath classes, List<String> options) {
    if (isOff() || !foreign(options).isEmpty()) {
      return new ClassArchive.None(""); // nobody wants one
    }
    String unfit = unfit(classes);
    if (!unfit.isEmpty()) {
      return new ClassArchive.None(unfit);
    }
    try {
      String name = archive + "-" + hex(key(classes, options));
      ClassArchive.Used used = existing(name);
      return used != null ? used : recorded(name);
    } catch (IOException | RuntimeException e) {
      return new ClassArchive.None(e.toString());
    }
  }

  /** Why no archive can be made for a JVM like this; empty if one can. */
  String unfit(ClassPath classes, List<String> options) {
    return isOff() ? "switched off" : foreign(options) + unfit(classes);
  }

  /** Makes sure that one can be written here. */
  void probe() throws IOException {
    Files.deleteIfExists(reserved("probe"));
  }

  /** Whether whoever set this process up wants none, or others. */
  static boolean unwanted() {
    return isOff() || !foreign(ChildJvm.moreOptions()).isEmpty();
  }

  private static boolean isOff() {
    return ClassArchive.OFF.equals(System.getProperty(ClassArchive.SWITCH));
  }

  private static String foreign(List<String> options) {
    for (String option : withEnvironment(options)) {
      for (String own : FOREIGN) {
        if (option.contains(own)) {
          return "JVMs are given " + option;
        }
      }
    }
    return "";
  }

  private static List<String> withEnvironment(List<String> options) {
    List<String> all = new ArrayList<>(options);
    for (String variable : VARIABLES) {
      String given = System.getenv(variable);
      if (given != null) {
        all.addAll(Arrays.asList(given.split(" ", -1)));
      }
    }
    return all;
  }

  private String unfit(ClassPath classes) {
    if (!classes.jarsOnly()) {
      return "a JVM archives classes of jars only";
    }
    if (!Files.exists(ofTheJdk())) {
      return "this JDK has no archive of its own classes: " + ofTheJdk();
    }
    return folder.toString().contains(File.pathSeparator)
        ? "a path with '" + File.pathSeparator + "' cannot be given to a JVM: " + folder
        : "";
  }

  private ClassArchive.@Nullable Used existing(String name) throws IOException {
    String[] files = folder.toFile().list();
    for (String file : files == null ? new String[0] : files) {
      if (file.startsWith(".")) {
        removeAbandoned(folder.resolve(file));
      } else if (file.startsWith(name + "-") && file.endsWith(ENDING)) {
        Path archive = folder.resolve(file);
        String digest = digest(archive);
        if (!file.equals(name + "-" + digest + ENDING)) {
          Files.deleteIfExists(archive); // truncated
        } else if (isOurs(archive)) {
          touch(archive);
          return new ClassArchive.Used(archive, ArchiveTool.ofThisJvm().kind(), digest);
        }
      }
    }
    return null;
  }

  /** What is in an archive is run: nobody else's is read. A user may have no name, but owns. */
  private static boolean isOurs(Path archive) throws IOException {
    Path ours = Path.of("/proc/self");
    String owner = Files.getOwner(archive).getName();
    return owner.equals(
        Files.exists(ours) ? Files.getOwner(ours).getName() : System.getProperty("user.name"));
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException e) {
      // it is swept a little earlier
    }
  }

  private ClassArchive recorded(String name) throws IOException {
    return new ClassArchive.Recorded(reserved(name), folder.resolve(name));
  }

  /** A file that only this process writes; nothing can be made where it cannot be. */
  private Path reserved(String name) throws IOException {
    Files.createDirectories(folder);
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < ROOM_BYTES) {
      throw new IOException(folder + " has room for " + (room >> 20) + " MiB only");
    }
    return Files.createTempFile(folder, "." + name + "-", ".partial");
  }

  /**
   * Makes what was recorded an archive, under its name and whole, and sweeps the oldest.
   *
   * @param exit how the JVM ended
   * @param arguments its command line
   * @return the archive's size in bytes; 0 if nothing was recorded
   * @throws IOException if it could not be made, or kept
   */
  long settle(ClassArchive.Recorded archive, int exit, List<String> arguments) throws IOException {
    if (exit != 0 || Files.size(archive.notes()) == 0) {
      Files.deleteIfExists(archive.notes());
      return 0;
    }
    Path made = ArchiveTool.ofThisJvm().made(archive, arguments);
    long bytes = Files.size(made);
    String name = archive.file().getFileName() + "-" + digest(made) + ENDING;
    Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    sweep();
    return bytes;
  }

  /** All archives, the one that was used last first. */
  List<Path> all() throws IOException {
    List<Path> archives = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
        found.forEach(archives::add);
      }
    }
    archives.sort(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed());
    return archives;
  }

  private void sweep() throws IOException {
    List<Path> archives = all();
    for (Path oldest : archives.subList(Math.min(MOST, archives.size()), archives.size())) {
      Files.deleteIfExists(oldest);
    }
  }

  /** What a JVM that was killed has left. */
  private static void removeAbandoned(Path partial) throws IOException {
    if (System.currentTimeMillis() - partial.toFile().lastModified() > ABANDONED_MILLIS) {
      Files.deleteIfExists(partial);
    }
  }

  private static Path ofTheJdk() {
    return Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
  }

  /** What must be equal for an archive to fit. */
  private static long key(ClassPath classes, List<String> options) {
    StringBuilder text = new StringBuilder();
    text.append(System.getProperty("java.vm.vendor")).append('\n');
    text.append(System.getProperty("java.vm.version")).append('\n');
    text.append(System.getProperty("user.name")).append('\n');
    Path home = Path.of(System.getProperty("java.home"));
    append(home.resolve("lib").resolve("modules"), text);
    append(ofTheJdk(), text);
    for (String option : withEnvironment(options)) {
      text.append(option).append('\n');
    }
    for (Path jar : classes.entries()) {
      append(jar, text);
      File[] libraries = jar.resolveSibling("lib").toFile().listFiles(); // what its manifest names
      if (libraries != null) {
        Arrays.sort(libraries);
        for (File library : libraries) {
          append(library.toPath(), text);
        }
      }
    }
    CRC32 sum = new CRC32();
    sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private static void append(Path file, StringBuilder text) {
    File at = file.toFile();
    text.append(at).append(' ').append(at.length()).append(' ').append(at.lastModified());
    text.append('\n');
  }

  private static String digest(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (FileChannel channel = FileChannel.open(file)) {
      sum.update(channel.map(MapMode.READ_ONLY, 0, channel.size()));
    }
    return hex(sum.getValue());
  }

  /** As 8 digits. */
  static String hex(long sum) {
    return Long.toHexString(sum | 1L << 32).substring(1);
  }
}
