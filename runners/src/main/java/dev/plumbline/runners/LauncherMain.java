package dev.plumbline.runners;

import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.process.LauncherJvm;
import dev.plumbline.runners.process.ParentWatch;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Main class of a launcher that {@link Plumbline} has started in a JVM with a class archive. Its
 * input is a pipe: first what it is told, then nothing, until the process that started it ends. A
 * file, which must not be there before, says that it has begun, and at last with which exit code it
 * ends.
 */
public final class LauncherMain {
  private LauncherMain() {}

  /** Runs the command that it is told and ends the process with its exit code. */
  public static void main(String[] none) {
    Locale.setDefault(Locale.ROOT);
    String[] arguments;
    Path state = Path.of(System.getProperty(LauncherJvm.STATE, ""));
    try {
      arguments = LauncherJvm.listen(new DataInputStream(new FileInputStream(FileDescriptor.in)));
      Files.writeString(state, "", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) { // nothing has been done: whoever started it does it itself
      System.exit(1);
      return;
    }
    ParentWatch parent = ParentWatch.start();
    int exit = Cli.run(arguments);
    try {
      Files.writeString(state, String.valueOf(exit));
    } catch (IOException e) {
      // then the process's own code tells
    }
    parent.close();
    System.exit(exit);
  }
}
