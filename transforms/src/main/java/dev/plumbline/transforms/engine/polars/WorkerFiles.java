package dev.plumbline.transforms.engine.polars;

import dev.plumbline.parity.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is installed: the worker, and the lock of all that it needs. */
final class WorkerFiles {
  /** What Node runs. */
  static final String WORKER = "worker.mjs";

  /** The version of nodejs-polars in the lock. */
  static final String POLARS_VERSION = "0.24.1";

  private static final List<String> NAMES =
      List.of(
          ".npmrc",
          "package.json",
          "package-lock.json",
          WORKER,
          "frames.mjs",
          "scan.mjs",
          "load.mjs",
          "score.mjs",
          "canonical.mjs");

  private WorkerFiles() {}

  /** A name that changes with any of the files. */
  static String folder() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : NAMES) {
      all.write(bytes(name));
    }
    return "polars-%s-%s".formatted(POLARS_VERSION, Sha256.of(all.toByteArray()).substring(0, 12));
  }

  /** Copies all files into a directory. */
  static void copy(Path directory) throws IOException {
    for (String name : NAMES) {
      Files.write(directory.resolve(name), bytes(name));
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = WorkerFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The class path lacks " + name + " of the polars worker");
      }
      return in.readAllBytes();
    }
  }
}
