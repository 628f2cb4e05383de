package dev.plumbline.runners.launch;

import dev.plumbline.runners.options.SomeOptions;
import java.util.Map;

/** A launcher in a process of its own: {@code LauncherMain <target> <results folder>}. */
public final class LauncherMain {
  private LauncherMain() {}

  public static void main(String[] args) throws Exception {
    Launcher launcher = new Launcher(TinyTask.class, Map.of(), System.out);
    System.exit(launcher.run(SomeOptions.of(args[0], args[1])));
  }
}
