package dev.plumbline.runners;

import dev.plumbline.runners.child.ParentWatch;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.launch.LauncherJvm;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * Main class of a launcher that {@link Plumbline} has started in a JVM with a class archive. Its
 * input is a pipe: first the system properties of the process that started it, then nothing, until
 * that process ends.
 */
public final class LauncherMain {
  private LauncherMain() {}

  /** Runs the command given and ends the process with its exit code. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    LauncherJvm.listen(new DataInputStream(new FileInputStream(FileDescriptor.in)));
    ParentWatch parent = ParentWatch.start();
    int exit = Cli.run(args);
    parent.close();
    System.exit(exit);
  }
}
