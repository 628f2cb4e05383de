package dev.plumbline.runners;

import dev.plumbline.runners.cli.DescribeChild;
import dev.plumbline.runners.machine.BuildVersion;
import dev.plumbline.runners.machine.LogSetup;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.parity.ParityChild;
import dev.plumbline.runners.process.ChildMain;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.run.Beside;
import dev.plumbline.runners.run.WorkflowChild;
import dev.plumbline.runners.study.engines.EngineChild;
import dev.plumbline.runners.study.engines.PrepareChild;
import dev.plumbline.runners.study.storage.StorageChild;
import dev.plumbline.runners.study.storage.StoragePrepareChild;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Main class of every forked JVM: {@code ForkMain DIRECTORY}, where the request lies. Other builds
 * start it by this name, which is part of the wire between them: it never moves.
 */
public final class ForkMain {
  private ForkMain() {}

  /** Does what the request in the directory asks for, and ends the process. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Path directory = Path.of(args[0]);
    // while the log is set up, and the request comes
    Beside.start("json", () -> Json.mapper().readerFor(WorkflowOptions.class));
    // before the first logger
    System.setProperty(LogSetup.RUN_LOG, directory.resolve(RunDirectory.LOG).toString());
    ChildMain.run(directory, ForkMain::task);
  }

  /** The task of that name; only the one that is asked for is loaded. */
  static ChildTask task(String name) throws ReflectiveOperationException {
    return switch (name) {
      case "run" -> new WorkflowChild();
      case "measure" -> new MeasureChild();
      case "prepare_engines" -> new PrepareChild();
      case "engines" -> new EngineChild();
      case "prepare_storage" -> new StoragePrepareChild();
      case "storage" -> new StorageChild();
      case "parity" -> new ParityChild();
      case "describe" -> new DescribeChild();
      default -> ofThisBuild(name);
    };
  }

  /** A task without a name on the wire: of a test. */
  private static ChildTask ofThisBuild(String name) throws ReflectiveOperationException {
    try {
      return Class.forName(name).asSubclass(ChildTask.class).getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "this build, %s, knows no task '%s'; docs/WIRE.md lists them"
              .formatted(BuildVersion.current(), name));
    }
  }
}
