package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.userdata.UserDataRefused;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.InputRefused;
import dev.plumbline.runners.run.StartedMine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mine}: the embedded mine alone, for other clients. */
@Command(
    name = "mine",
    description =
        "Serve the embedded mine, a file or a recording until Ctrl-C. The first line printed is its"
            + " address.",
    footer = {
      "%nExamples:",
      "  plumbline mine --mine-rows 1000000",
      "  plumbline mine --port 0 --until-stdin-closes",
      "  plumbline mine --mine-data rows.csv",
      "  plumbline mine --mine-faults \"cut(fraction=0.5, p=0.1); latency(by=20ms)\"",
      "  plumbline mine --replay-pages thale-5000 --replay-pace recorded"
    })
final class MineCommand implements Callable<Integer> {
  private static final int MOST_PORT = 65_535;

  /** What {@code mine} alone is told. */
  @Command(optionListHeading = "%nServing:%n")
  static final class ServingOptions {
    @Option(
        names = "--port",
        paramLabel = "N",
        defaultValue = "8181",
        description = "Port on 127.0.0.1; 0 takes any free one. Default: 8181.")
    int port;

    @Option(
        names = "--until-stdin-closes",
        negatable = true,
        defaultValue = "false",
        fallbackValue = "true",
        description = "End when standard input ends, too. Default: false.")
    boolean untilStdinCloses;
  }

  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServingOptions serving = new ServingOptions();
  @Mixin LocalMineOptions localMine = new LocalMineOptions();
  @Mixin ReplayOptions replaying = new ReplayOptions();

  MineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Bounds.check("--port", serving.port, 0, MOST_PORT);
    try (StartedMine mine = start()) {
      // A signal is the usual way to end this, so it is a success and not the signal's own code.
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(ExitCode.DONE.code())));
      surroundings.out().println(mine.serviceRoot());
      surroundings.out().flush();
      if (serving.untilStdinCloses) {
        drain(System.in);
      } else {
        new CountDownLatch(1).await();
      }
    }
    return ExitCode.DONE.code();
  }

  private StartedMine start() throws IOException {
    FaultSpec faults = localMine.faults();
    GivenOptions given =
        new GivenOptions(
            spec.commandLine().getParseResult(), new PropertyDefaults(surroundings.properties()));
    IneffectiveOptions.check(given, replaying.replayPages != null, true, faults);
    if (replaying.replayPages != null) {
      ExportChoice.checkSettled(given);
      replaying.recording(); // says what is wrong with it, as a usage error
      return StartedMine.recorded(
          serving.port,
          Path.of(replaying.replayPages),
          replaying.recordedPace(),
          faults,
          localMine.mineSeed);
    }
    long rows = localMine.rows(1);
    Bounds.check("--mine-rows", rows, 1, Bounds.MAX_MINE_ROWS);
    MineConfig config = new MineConfig(serving.port, localMine.mineSeed, rows, faults);
    try {
      return StartedMine.local(localMine.userData().map(config::withUserData).orElse(config));
    } catch (UserDataRefused e) {
      throw new InputRefused("--mine-data: " + e.getMessage(), e);
    }
  }

  private static void drain(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }
}
