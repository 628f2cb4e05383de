package dev.plumbline.runners.cli;

import dev.plumbline.runners.doctor.Doctor;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.report.PageText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what this machine has. */
@Command(
    name = "doctor",
    description = "Say what this machine has, and what each lack disables and mends it.",
    footer = {"%nExample:", "  plumbline doctor --results-dir /data/results"})
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin Examining examining = new Examining();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin StartOptions start = new StartOptions();

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What it may do besides looking. */
  @Command(optionListHeading = "%nExamination:%n")
  static final class Examining {
    @Option(
        names = "--install",
        description =
            "Install from the network what an engine lacks. Default: only say what it would be.")
    boolean install;
  }

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    Doctor doctor = Doctor.examine(Path.of(output.resultsDir), examining.install);
    surroundings.out().print(PageText.of(doctor.page()));
    boolean healthy = doctor.isHealthy();
    ExitCode exit = healthy ? ExitCode.DONE : ExitCode.SKIPPED;
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    RunSummary.withoutRun(exit, healthy ? null : "something_missing", millis, null, null)
        .print(surroundings.out());
    return exit.code();
  }
}
