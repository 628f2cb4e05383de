package dev.plumbline.runners.process;

import java.nio.file.Path;
import java.util.Map;

/** A launcher in a process of its own: {@code TinyLauncher <ending> <results folder>}. */
public final class TinyLauncher {
  private TinyLauncher() {}

  public static void main(String[] args) throws Exception {
    Launcher launcher =
        new Launcher(Map.of(), System.out, ForkStart.writing(ForkOutput.inherited()));
    System.exit(launcher.run(TinyTask.ending(args[0], Path.of(args[1]), null)));
  }
}
