package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.LogSetup;
import dev.plumbline.runners.options.HeapSize;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.transforms.engine.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that a run happens in: its heap and collector are pinned, so that two runs differ in
 * nothing but what they were told to differ in.
 *
 * @param heap initial and largest heap, such as {@code 2g}
 * @param directory the run's partial directory, which holds the request
 * @param progressBar whether standard error is a terminal
 * @param archive the name of its class archive; null if it has none
 */
public record ChildJvm(String heap, Path directory, boolean progressBar, @Nullable String archive) {
  /**
   * Environment variable: more options of every forked JVM, behind our own, with blanks between
   * them. They stand in the report, as all options of a JVM do.
   */
  static final String MORE_OPTIONS = "PLUMBLINE_FORK_JVM_OPTIONS";

  private static final int MOST_GC_THREADS = 8;

  /** From this heap on references take 64 bits, and classes are laid out otherwise. */
  private static final long LEAST_WITH_WIDE_REFERENCES = 32L << 30;

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

  /** The name of a class archive: a task, and what of it decides which classes it loads. */
  public static String archiveName(String task, String... more) {
    return String.join("-", task, String.join("-", more)).replaceAll("[^A-Za-z0-9.-]", "_");
  }

  /**
   * Starts it; its input is a pipe that stays open as long as this process lives.
   *
   * @param output where its outputs go
   */
  public StartedJvm start(ClassPath classPath, ForkOutput output) throws IOException {
    Path tmp = Files.createDirectories(directory.resolve(RunDirectory.TMP));
    Path argFile = tmp.resolve("jvm.args");
    int feature = Runtime.version().feature();
    ClassArchive classes =
        archive == null
            ? new ClassArchive.None("")
            : ClassArchives.here().of(archive, classPath, shaping(feature, heap));
    List<String> options = new ArrayList<>(moreOptions());
    options.addAll(classes.options());
    List<String> arguments = arguments(classPath, feature, options);
    ArgFile.write(argFile, arguments);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "@" + argFile)
            .redirectOutput(output.out())
            .redirectError(output.err())
            .start();
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(arguments);
    return new StartedJvm(process, directory, classes, command);
  }

  /** That on which it depends whether a class archive fits. */
  private static List<String> shaping(int feature, String heap) {
    List<String> options = new ArrayList<>(opening(feature));
    options.addAll(moreOptions());
    if (HeapSize.parse(heap, Long.MAX_VALUE).bytes() >= LEAST_WITH_WIDE_REFERENCES) {
      options.add("wide references");
    }
    return options;
  }

  List<String> arguments(ClassPath classPath, int javaFeature, List<String> moreOptions) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(memory());
    arguments.addAll(properties());
    arguments.addAll(opening(javaFeature));
    arguments.addAll(moreOptions);
    arguments.addAll(List.of("-cp", classPath.text()));
    arguments.addAll(List.of(Wire.ENTRY, directory.toString()));
    return arguments;
  }

  private static List<String> opening(int javaFeature) {
    List<String> arguments = new ArrayList<>();
    // what LoadedClasses and ClassLoadTime read
    for (String counters : List.of("sun.management", "sun.management.counter")) {
      arguments.add("--add-exports=java.management/" + counters + "=ALL-UNNAMED");
    }
    OPENED.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    if (javaFeature >= 22) { // From here on the JVM warns where it is not given.
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    if (javaFeature >= 23) { // Unknown before; a warning by default from 24 on.
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    return arguments;
  }

  /** The options that the environment has for forked JVMs. */
  static List<String> moreOptions() {
    String given = System.getenv().getOrDefault(MORE_OPTIONS, "");
    List<String> options = new ArrayList<>();
    for (String option : given.split(" ", -1)) {
      if (!option.isEmpty()) {
        options.add(option);
      }
    }
    return options;
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
        "-D" + CacheFolder.PROPERTY + "=" + CacheFolder.here(),
        "-D" + ProgressLine.PROPERTY + "=" + (progressBar ? "bar" : "log"));
  }
}
