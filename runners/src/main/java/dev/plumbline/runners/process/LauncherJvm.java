package dev.plumbline.runners.process;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of a launcher that reads its classes from an archive. It writes where this process does,
 * has its arguments, its system properties and its largest heap, and ends with it. The second
 * compiler begins later than usual: nearly all that a launcher does it does once, and the
 * processors are the run's; but what serves a mine's rows is worth it.
 */
public final class LauncherJvm {
  /** Main class of that JVM. */
  static final String ENTRY = "dev.plumbline.runners.LauncherMain";

  /** The system property that names the file in which the launcher says how far it is. */
  public static final String STATE = "plumbline.launcher-state";

  private static final String WORK = "launcher";
  private static final long PATIENCE_SECONDS = 10;

  /** Six times the JVM's own thresholds. */
  private static final List<String> LATE_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=3600",
          "-XX:Tier4CompileThreshold=90000",
          "-XX:Tier4BackEdgeThreshold=240000");

  /** The JVM sets these itself, or has been told of them when it started. */
  private static final List<String> OF_THE_JVM =
      List.of("java.", "sun.", "jdk.", "os.", "user.", "file.", "line.", "path.", "native.");

  /** Those of them that the user may have set, and that a JVM must know when it starts. */
  private static final List<String> AT_ITS_START =
      List.of(
          "file.encoding",
          "stdout.encoding",
          "stderr.encoding",
          "sun.stdout.encoding",
          "sun.stderr.encoding",
          "user.home",
          "user.timezone",
          "java.io.tmpdir",
          "java.net.preferIPv4Stack");

  private LauncherJvm() {}

  /**
   * Runs it to its end; empty if there is no archive and none can be made, and if it does not
   * start.
   *
   * @param cache the cache folder, absolute
   * @param properties this process's system properties
   * @param arguments the command line
   * @return its exit code
   * @throws InterruptedException if this thread was interrupted while it waited
   */
  public static OptionalInt run(Path cache, Map<String, String> properties, List<String> arguments)
      throws InterruptedException {
    ClassPath current = ClassPath.current();
    if (!current.canBeForked() || ClassArchives.unwanted()) {
      return OptionalInt.empty();
    }
    ClassPath classes = current.packed();
    ClassArchives archives = ClassArchives.in(cache);
    ClassArchive archive = archives.of(WORK, classes, List.of());
    if (archive instanceof ClassArchive.None) {
      return OptionalInt.empty();
    }
    Path state = state();
    List<String> command = command(archive, state, classes);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Stop(process));
      told(process, properties, arguments);
      int ended = process.waitFor();
      OptionalInt exit = exit(state, ended);
      if (archive instanceof ClassArchive.Recorded recorded) {
        settle(archives, recorded, ended, command);
      }
      return exit;
    } catch (IOException e) { // no process: what is wrong will be said where the run is tried
      return OptionalInt.empty();
    }
  }

  /** Without a word, which only a log could say: the run's own JVM says what is wrong there. */
  private static void settle(
      ClassArchives archives, ClassArchive.Recorded recorded, int ended, List<String> command) {
    try {
      archives.settle(recorded, ended, command);
    } catch (IOException e) {
      // the next start records again
    }
  }

  private static List<String> command(ClassArchive archive, Path state, ClassPath classes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Runtime.getRuntime().maxMemory());
    command.addAll(LATE_COMPILER);
    command.add("-XX:+DisplayVMOutputToStderr"); // standard output ends with our last line
    for (String name : AT_ITS_START) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    command.add("-D" + STATE + "=" + state);
    command.addAll(archive.options());
    command.addAll(List.of("-cp", classes.text(), ENTRY));
    return command;
  }

  private static Path state() {
    String name = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    return Path.of(System.getProperty("java.io.tmpdir"), "plumbline-launcher-" + name);
  }

  /**
   * The code that it meant to end with, even if it could not leave what it recorded; empty if it
   * has not begun, since a JVM may refuse to start for many reasons.
   */
  private static OptionalInt exit(Path state, int ended) {
    try {
      String said = Files.readString(state);
      Files.deleteIfExists(state);
      return OptionalInt.of(said.isEmpty() ? ended : Integer.parseInt(said));
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static void told(
      Process process, Map<String, String> properties, List<String> arguments) {
    try {
      tell(process.getOutputStream(), properties, arguments);
    } catch (IOException e) {
      // it has ended already, and how will be seen
    }
  }

  /**
   * By the pipe that stays open as long as this process lives: it has no limit, no other process
   * sees it, and no letter is lost in it.
   */
  static void tell(OutputStream to, Map<String, String> properties, List<String> arguments)
      throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (isOfTheUser(property.getKey())) {
        write(property.getKey(), out);
        write(property.getValue(), out);
      }
    }
    write("", out);
    out.writeInt(arguments.size());
    for (String argument : arguments) {
      write(argument, out);
    }
    out.flush();
  }

  private static boolean isOfTheUser(String property) {
    for (String prefix : OF_THE_JVM) {
      if (property.startsWith(prefix)) {
        return false;
      }
    }
    return !property.isEmpty();
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what was told: makes the properties this process's, and returns the arguments.
   *
   * @throws IOException if the process that tells it has ended
   */
  public static String[] listen(DataInputStream in) throws IOException {
    for (String name = read(in); !name.isEmpty(); name = read(in)) {
      System.setProperty(name, read(in));
    }
    String[] arguments = new String[in.readInt()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = read(in);
    }
    return arguments;
  }

  private static String read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Ends it with this process. */
  private static final class Stop extends Thread {
    private final Process process;

    Stop(Process process) {
      super("stop-launcher");
      this.process = process;
    }

    @Override
    public void run() {
      process.destroy();
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
  }
}
