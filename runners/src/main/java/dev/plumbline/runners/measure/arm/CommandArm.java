package dev.plumbline.runners.measure.arm;

import dev.plumbline.parity.Sha256;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.machine.ProcessTree;
import dev.plumbline.runners.machine.RssSampler;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.CommandRun;
import dev.plumbline.runners.options.Redaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An external command line, run without a shell: its standard input is empty, both outputs go into
 * files of the fork's directory, and it works where this process does.
 *
 * @param name its name
 * @param words program and arguments
 */
public record CommandArm(String name, List<String> words) implements Arm {
  /** Copies the list. */
  public CommandArm {
    words = List.copyOf(words);
  }

  @Override
  public ArmRecord record() {
    return new ArmRecord(name, ArmRecord.COMMAND, Redaction.arguments(words));
  }

  @Override
  public ForkTry run(BlockPlan.Fork of, ForkSetting setting, Path directory)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path log = directory.resolve("fork.log");
    Path empty = Files.createFile(directory.resolve("in"));
    double cpuBefore = ProcessTree.endedChildrenCpuSeconds();
    long start = System.nanoTime();
    Process process = start(empty.toFile(), out.toFile(), log.toFile());
    try (ForkProcess fork = new ForkProcess(process);
        RssSampler rss = RssSampler.start(process.toHandle())) {
      boolean ended = fork.endsWithin(setting.timeoutSeconds());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!ended) {
        return ForkTry.failed(
            "hung: stopped after " + setting.timeoutSeconds() + " s", null, List.of(), seconds);
      }
      double cpu = ProcessTree.endedChildrenCpuSeconds() - cpuBefore;
      return ended(out, process.exitValue(), new CommandRun.Timing(seconds, cpu, rss.peakBytes()));
    }
  }

  private Process start(File in, File out, File log) throws IOException {
    return new ProcessBuilder(words)
        .redirectInput(in)
        .redirectOutput(out)
        .redirectError(log)
        .start();
  }

  private static ForkTry ended(Path out, int exit, CommandRun.Timing timing) throws IOException {
    boolean well = exit == 0;
    CommandRun run = new CommandRun(exit, Sha256.of(out), Files.size(out), well ? timing : null);
    return new ForkTry(
        well ? CellStatus.VALID : CellStatus.FAILED,
        well ? null : "ended with code " + exit,
        exit,
        List.of(),
        run,
        timing.wallSeconds(),
        0,
        timing.wallSeconds());
  }
}
