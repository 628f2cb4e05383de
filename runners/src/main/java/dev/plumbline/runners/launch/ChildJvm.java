package dev.plumbline.runners.launch;

import dev.plumbline.runners.child.ProgressLine;
import dev.plumbline.runners.child.Wire;
import dev.plumbline.runners.machine.LogSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JVM that a run happens in: its heap and collector are pinned, so that two runs differ in
 * nothing but what they were told to differ in.
 *
 * @param heap initial and largest heap, such as {@code 2g}
 * @param directory the run's partial directory, which holds the request
 * @param progressBar whether standard error is a terminal
 */
public record ChildJvm(String heap, Path directory, boolean progressBar) {
  /**
   * Environment variable: more options of every forked JVM, behind our own, with blanks between
   * them. They stand in the report, as all options of a JVM do.
   */
  static final String MORE_OPTIONS = "PLUMBLINE_FORK_JVM_OPTIONS";

  private static final int MOST_GC_THREADS = 8;

  /** What Flink and Beam reach into by reflection. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.net",
          "java.io",
          "java.nio",
          "java.time",
          "java.text",
          "sun.net.util",
          "sun.nio.ch");

  /**
   * Starts it; its input is a pipe that stays open as long as this process lives.
   *
   * @param more further options of the JVM
   * @param output where its outputs go
   */
  public Process start(ClassPath classPath, List<String> more, ForkOutput output)
      throws IOException {
    Path tmp = Files.createDirectories(directory.resolve(RunDirectory.TMP));
    Path argFile = tmp.resolve("jvm.args");
    List<String> options = new ArrayList<>(moreOptions());
    options.addAll(more); // of two that contradict each other the last holds
    List<String> arguments = arguments(classPath, Runtime.version().feature(), options);
    ArgFile.write(argFile, arguments);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "@" + argFile)
        .redirectOutput(output.out())
        .redirectError(output.err())
        .start();
  }

  List<String> arguments(ClassPath classPath, int javaFeature, List<String> moreOptions) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(memory());
    arguments.addAll(properties());
    arguments.add("--add-exports=java.management/sun.management=ALL-UNNAMED"); // ClassLoadTime
    OPENED.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    if (javaFeature >= 22) { // From here on the JVM warns where it is not given.
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    if (javaFeature >= 23) { // Unknown before; a warning by default from 24 on.
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    arguments.addAll(moreOptions);
    arguments.addAll(List.of("-cp", classPath.text()));
    arguments.addAll(List.of(Wire.ENTRY, directory.toString()));
    return arguments;
  }

  /** The options that the environment has for forked JVMs. */
  static List<String> moreOptions() {
    String given = System.getenv().getOrDefault(MORE_OPTIONS, "");
    return Arrays.stream(given.split(" ", -1)).filter(option -> !option.isEmpty()).toList();
  }

  private List<String> memory() {
    int gcThreads = Math.min(MOST_GC_THREADS, Runtime.getRuntime().availableProcessors());
    return List.of(
        "-Xms" + heap,
        "-Xmx" + heap,
        "-XX:+UseParallelGC",
        "-XX:ParallelGCThreads=" + gcThreads,
        // A JVM short of memory limps on with half its threads dead: better an end, said aloud.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        // What classes cost is counted there; kept off the disk, whose pauses would stop the JVM.
        "-XX:+UsePerfData",
        "-XX:+PerfDisableSharedMem",
        "-XX:ErrorFile=" + directory.resolve(RunDirectory.CRASH_LOG));
  }

  private List<String> properties() {
    return List.of(
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Duser.timezone=UTC",
        "-Duser.language=en",
        "-Djava.awt.headless=true",
        "-D" + LogSetup.VERBOSE + "=" + Boolean.getBoolean(LogSetup.VERBOSE),
        "-Djava.io.tmpdir=" + directory.resolve(RunDirectory.TMP),
        "-D" + ProgressLine.PROPERTY + "=" + (progressBar ? "bar" : "log"));
  }
}
