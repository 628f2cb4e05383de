package dev.plumbline.runners.process;

import dev.plumbline.transforms.table.NewFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * A folder of classes, as a build leaves it, packed into a jar beside it: a JVM archives classes of
 * jars only. The jar's name has a digest of what is in the folder, so a build that changes anything
 * gets another jar.
 */
final class PackedClasses {
  private static final String NAME = "packed-";
  private static final long OLD_MILLIS = 86_400_000;

  private PackedClasses() {}

  /** The jar of a folder; the folder itself if it cannot be packed. */
  static Path of(Path folder) {
    try {
      CRC32 sum = new CRC32();
      digest(folder.toFile(), sum);
      Path jar = folder.resolveSibling(name(folder) + ClassArchives.hex(sum.getValue()) + ".jar");
      if (!Files.exists(jar)) {
        pack(folder, jar);
      }
      return jar;
    } catch (IOException e) {
      return folder;
    }
  }

  private static String name(Path folder) {
    return NAME + folder.getFileName() + "-";
  }

  private static void digest(File at, CRC32 sum) {
    File[] files = at.listFiles();
    if (files == null) {
      String line = at + " " + at.length() + " " + at.lastModified() + "\n";
      sum.update(line.getBytes(StandardCharsets.UTF_8));
      return;
    }
    Arrays.sort(files);
    for (File file : files) {
      digest(file, sum);
    }
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (NewFile made = NewFile.create(jar)) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(made.unfinished()))) {
        out.setLevel(1); // it is read more often than written
        add(folder, folder, out);
      }
      try (DirectoryStream<Path> earlier =
          Files.newDirectoryStream(folder.resolveSibling(""), name(folder) + "*.jar")) {
        for (Path old : earlier) { // but not one that a run may be using
          if (System.currentTimeMillis() - old.toFile().lastModified() > OLD_MILLIS) {
            Files.deleteIfExists(old);
          }
        }
      }
      if (!Files.exists(jar)) { // somebody was quicker, and may be using it
        made.complete();
      }
    }
  }

  private static void add(Path at, Path folder, JarOutputStream out) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(at)) {
      for (Path file : files) {
        if (Files.isDirectory(file)) {
          add(file, folder, out);
        } else {
          String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
          out.putNextEntry(new ZipEntry(name));
          Files.copy(file, out);
        }
      }
    }
  }
}
