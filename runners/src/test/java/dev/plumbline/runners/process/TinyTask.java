package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.ProcessMemory;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Ends in the way that its options say. */
public final class TinyTask implements ChildTask {
  /** File in the results folder in which a waiting task leaves its process id. */
  static final String PID_FILE = "child.pid";

  /** Heap of its JVM. */
  static final String HEAP = "128m";

  /** Name of its class archive. */
  static final String WORK = "tiny";

  /** How to end, and where to leave word of it. */
  public record Options(String ending, String results) {}

  /** A run of this task, with options that are settled already. */
  static ForkedRun ending(String ending, Path results, @Nullable String jsonOut) {
    Options options = new Options(ending, results.toString());
    return new ForkedRun(
        TinyTask.class, () -> options, "tiny", HEAP, WORK, results.toString(), jsonOut);
  }

  @Override
  public ChildOutcome run(ForkRequest request, Path partial) throws Exception {
    Options options = request.options(Options.class);
    Files.createDirectories(partial.resolve("parquet"));
    Files.writeString(partial.resolve("parquet/part-0.parquet"), "rows");
    Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "scratch"), "gone later");
    switch (options.ending()) {
      case "done" -> Files.writeString(partial.resolve("report.json"), "{\"rows\": 10}");
      case "parity" -> {
        Files.writeString(partial.resolve("report.json"), "{\"parity\": \"differs\"}");
        return ChildOutcome.failed(ExitCode.PARITY_FAILURE, "parity", "Gene.symbol differs", 7, 1);
      }
      case "throw" -> throw new IllegalStateException("the mine at\nhttp://u:p@h/ went away");
      case "usage" -> throw new UsageException("--query-views: no Gene.sybmol");
      case "exhaust" -> exhaust();
      case "vanish" -> Runtime.getRuntime().halt(0);
      case "wait" -> waitForever(Path.of(options.results()));
      default -> throw new AssertionError(options.ending());
    }
    return ChildOutcome.done(12, ProcessMemory.peakRssBytes());
  }

  private static void exhaust() {
    List<long[]> kept = new ArrayList<>();
    LongStream.range(0, Long.MAX_VALUE).forEach(i -> kept.add(new long[1 << 20]));
  }

  private static void waitForever(Path results) throws Exception {
    Path temporary = results.resolve(PID_FILE + ".tmp");
    Files.writeString(temporary, String.valueOf(ProcessHandle.current().pid()));
    Files.move(temporary, results.resolve(PID_FILE));
    new CountDownLatch(1).await();
  }
}
