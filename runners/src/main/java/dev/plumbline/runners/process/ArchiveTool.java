package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.LoadedClasses;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a JVM offers to archive classes. Up to JDK 23 it is a dynamic archive of class data (CDS),
 * which the JVM itself writes at its end; from JDK 24 on the cache of JEP 483, which a second
 * process makes of what the first has noted, on JDK 25 with profiles of its methods.
 */
enum ArchiveTool {
  CDS("cds") {
    @Override
    List<String> recording(ClassArchive.Recorded archive) {
      return told(
          LoadedClasses.RECORDING, "", "-XX:ArchiveClassesAtExit=" + archive.notes(), QUIET_CDS);
    }

    @Override
    List<String> using(ClassArchive.Used archive) {
      return told(
          archive.kind(),
          archive.digest(),
          "-XX:SharedArchiveFile=" + archive.file(),
          "-Xshare:auto " + QUIET_CDS);
    }

    @Override
    Path made(ClassArchive.Recorded archive, List<String> arguments) {
      return archive.notes();
    }
  },
  AOT("aot") {
    @Override
    List<String> recording(ClassArchive.Recorded archive) {
      return told(
          LoadedClasses.RECORDING,
          "",
          "-XX:AOTConfiguration=" + archive.notes(),
          "-XX:AOTMode=record " + QUIET_AOT);
    }

    @Override
    List<String> using(ClassArchive.Used archive) {
      return told(archive.kind(), archive.digest(), "-XX:AOTCache=" + archive.file(), QUIET_AOT);
    }

    @Override
    Path made(ClassArchive.Recorded archive, List<String> arguments) throws IOException {
      Path notes = archive.notes();
      Path cache = notes.resolveSibling(notes.getFileName() + ".aot");
      List<String> command = new ArrayList<>();
      for (String argument : arguments) {
        command.add(argument.equals("-XX:AOTMode=record") ? "-XX:AOTMode=create" : argument);
        if (argument.equals("-XX:AOTMode=record")) {
          command.add("-XX:AOTCache=" + cache);
        }
      }
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      Thread hook = new Thread(process::destroyForcibly, "stop-archiving");
      Runtime.getRuntime().addShutdownHook(hook);
      boolean made = endsWell(process);
      Runtime.getRuntime().removeShutdownHook(hook);
      Files.deleteIfExists(notes);
      if (!made) {
        Files.deleteIfExists(cache); // half of one, perhaps
        throw new IOException("the JVM that makes the archive did not end well");
      }
      return cache;
    }
  };

  private static final String QUIET_CDS = "-Xlog:cds=off -Xlog:cds+dynamic=off";
  private static final String QUIET_AOT = "-Xlog:aot=off -Xlog:cds=off";
  private static final int FIRST_WITH_AOT = 24;
  private static final long PATIENCE_SECONDS = 120;

  private final String kind;

  ArchiveTool(String kind) {
    this.kind = kind;
  }

  /** What the JVM has that this process runs in, and so every JVM that it starts. */
  static ArchiveTool ofThisJvm() {
    return Runtime.version().feature() >= FIRST_WITH_AOT ? AOT : CDS;
  }

  /** Its name in evidence. */
  String kind() {
    return kind;
  }

  abstract List<String> recording(ClassArchive.Recorded archive);

  abstract List<String> using(ClassArchive.Used archive);

  /**
   * Makes the archive when the JVM has ended that recorded it; returns where it is, if it is.
   *
   * @param arguments the command line of that JVM
   */
  abstract Path made(ClassArchive.Recorded archive, List<String> arguments) throws IOException;

  private static boolean endsWell(Process process) {
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  private static List<String> told(String kind, String digest, String first, String more) {
    List<String> options = new ArrayList<>();
    options.add("-D" + LoadedClasses.KIND + "=" + kind);
    options.add("-D" + LoadedClasses.DIGEST + "=" + digest);
    options.add(first);
    options.addAll(List.of(more.split(" ", -1)));
    return options;
  }
}
