package dev.plumbline.runners.cli;

import dev.plumbline.runners.machine.MachineMemory;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.HeapSize;
import dev.plumbline.runners.options.Paging;
import dev.plumbline.runners.options.Running;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.runner.Runners;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much, and with what. */
@Command(optionListHeading = "%nHow to run:%n")
final class WorkOptions {
  static final String HEAP = "2g";
  static final String RUNNER = "direct";

  private static final int MOST_DEFAULT_THREADS = 8;

  @Trait(sameForAllArms = true)
  @Option(
      names = "--rows-target",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "Rows wanted; a smaller mine is exported whole. Default: 100000, but for etl no more than its"
              + " guardrail.")
  long rowsTarget;

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "5000",
      description =
          "Rows asked for at once; a page is held in memory whole, so at most 100000."
              + " Default: 5000.")
  int pageSize;

  @Option(
      names = {"--workers", "--max-workers"},
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Connections to the mine, 1 to 64. Default: auto, what the target bears.")
  String workers = AutoNumber.AUTO;

  @Option(
      names = "--tries",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How often a request is tried; --retry-wait-seconds says how long is waited between."
              + " Default: 5.")
  int tries;

  @Option(
      names = "--retry-wait-seconds",
      paramLabel = "X",
      defaultValue = "2",
      description =
          "How long is waited before a request is tried a second time; twice as long before the third,"
              + " three times before the next, up to six times. Default: 2.")
  double retryWaitSeconds;

  @Option(
      names = "--request-timeout-seconds",
      paramLabel = "N",
      defaultValue = "300",
      description =
          "How long one request may take in all, however steadily its answer trickles in."
              + " Default: 300.")
  int requestTimeoutSeconds;

  /** One text that names all runners. */
  static final class RunnersHelp implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(Runners.help()).iterator();
    }
  }

  @Option(
      names = "--runner",
      paramLabel = "NAME",
      defaultValue = RUNNER,
      description = "${COMPLETION-CANDIDATES} Default: direct.",
      completionCandidates = RunnersHelp.class)
  String runner = "";

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Threads of the runner. Default: auto, the processors here, at most 8.")
  String parallelism = AutoNumber.AUTO;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = HEAP,
      description = "Heap of the run's JVM. Default: 2g.")
  String heap = "";

  /** The runner of that name. */
  static Runners runner(String name) {
    return Runners.of(name)
        .orElseThrow(() -> UsageException.of("--runner", name, Runners.expected()));
  }

  /** How rows are asked for, where the export leaves that open. */
  Paging paging(ExportChoice export) {
    return new Paging(
        export.rows(),
        export.pageSize(),
        AutoNumber.parseInt("--workers", workers, export.workers()),
        tries,
        retryWaitSeconds,
        requestTimeoutSeconds);
  }

  /** What carries the pipeline, and where. */
  Running running() {
    HeapSize size = HeapSize.parse(heap, MachineMemory.limitBytes());
    return new Running(threads(), runner(runner), size.text());
  }

  int threads() {
    int fitting = Math.min(MOST_DEFAULT_THREADS, Runtime.getRuntime().availableProcessors());
    int threads = AutoNumber.parseInt("--parallelism", parallelism, fitting);
    Bounds.check("--parallelism", threads, 1, Bounds.MAX_THREADS);
    return threads;
  }
}
