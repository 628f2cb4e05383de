package dev.plumbline.runners.launch;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of a launcher that reads its classes from an archive. It writes where this process does,
 * has its system properties and its largest heap, and ends with it. It compiles by the first
 * compiler only: what it does it does once, and the processors are the run's.
 */
public final class LauncherJvm {
  /** Main class of that JVM. */
  static final String ENTRY = "dev.plumbline.runners.LauncherMain";

  private static final String WORK = "launcher";
  private static final long PATIENCE_SECONDS = 10;

  /** The JVM sets these itself. */
  private static final List<String> OF_THE_JVM =
      List.of("java.", "sun.", "jdk.", "os.", "user.", "file.", "line.", "path.", "native.");

  private LauncherJvm() {}

  /**
   * Runs it to its end; empty if there is no archive and none can be made, and if it cannot start.
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
    if (!current.canBeForked()) {
      return OptionalInt.empty();
    }
    ClassPath classes = current.packed();
    List<String> options = ChildJvm.moreOptions();
    ClassArchive archive = ClassArchives.in(cache).of(WORK, classes, options);
    if (archive instanceof ClassArchive.None) {
      return OptionalInt.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Runtime.getRuntime().maxMemory());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(archive.options());
    command.addAll(List.of("-cp", classes.text(), ENTRY));
    Process process;
    try {
      process =
          new ProcessBuilder(with(command, arguments))
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
    } catch (IOException e) { // what is wrong will be said where the run is tried
      return OptionalInt.empty();
    }
    Runtime.getRuntime().addShutdownHook(new Stop(process));
    try {
      tell(process, properties);
    } catch (IOException e) {
      // it has ended already, and its exit code says so
    }
    int exit = process.waitFor();
    if (archive instanceof ClassArchive.Recorded recorded) {
      ClassArchives.in(cache).settle(recorded, exit, command);
    }
    return OptionalInt.of(exit);
  }

  private static List<String> with(List<String> command, List<String> arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    return all;
  }

  /** By the pipe that stays open as long as this process lives: it has no limit, and no reader. */
  private static void tell(Process process, Map<String, String> properties) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (isOfTheUser(property.getKey())) {
        write(property.getKey(), out);
        write(property.getValue(), out);
      }
    }
    write("", out);
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

  /** Reads what was told, and makes it this process's system properties. */
  public static void listen(DataInputStream in) throws IOException {
    for (String name = read(in); !name.isEmpty(); name = read(in)) {
      System.setProperty(name, read(in));
    }
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
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
