package dev.plumbline.runners.microbench.page;

import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.raw.RawFile;
import dev.plumbline.runners.microbench.Microbench;
import dev.plumbline.runners.microbench.MicrobenchPage;
import dev.plumbline.runners.microbench.MicrobenchReport;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.PageMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what docs/PERFORMANCE.md says and writes its tables anew: {@code PerformancePage DOCS
 * [render | runners | cores | whole | original CLIENT]}. The raw parts go to {@code
 * DOCS/performance}; with {@code render} the tables are made of those that are there, with one of
 * the others only these are measured again. {@code original} needs the source of a client, and is
 * no part of all. Takes about an hour on two cores, which must do nothing else; from the folder of
 * the project, whose jar the whole commands are.
 */
public final class PerformancePage {
  private static final String RUNNERS = "runners.json";
  private static final String SAME = "same-arm-twice.json";
  private static final String CORES = "cores.json";
  private static final String ORIGINAL = "original-way.json";
  private static final String ORIGINAL_WAY =
      "python3 runners/microbench/src/main/python/original_way.py --client ";
  private static final int WHOLE_BLOCKS = 10;

  /** The size whose stages are shown. */
  private static final long MIDDLE = 1_000_000;

  private final Path docs;
  private final Path raw;

  private PerformancePage(Path docs) throws IOException {
    this.docs = docs;
    this.raw = Files.createDirectories(docs.resolve("performance"));
  }

  /** Measures and writes. */
  public static void main(String[] args) throws Exception {
    PerformancePage page = new PerformancePage(Path.of(args[0]));
    switch (args.length == 1 ? "all" : args[1]) {
      case "all" -> page.measure();
      case "runners" -> page.runners();
      case "cores" -> page.cores();
      case "whole" -> page.whole();
      case "original" -> page.original(args[2]);
      case "render" -> {
        // the tables are written below
      }
      default ->
          throw new IllegalArgumentException(
              "found " + args[1] + ", expected render, runners, cores, whole or original");
    }
    page.write();
    System.exit(0); // the logging of some libraries leaves threads
  }

  private void measure() throws Exception {
    runners();
    measure(
        SAME,
        "--arm=direct=--runner direct",
        "--arm=direct-again=--runner direct",
        "--rows-target=200000",
        "--blocks=20");
    whole();
    cores();
  }

  private void runners() throws IOException {
    measure(
        RUNNERS,
        "--arm=floor=--runner floor",
        "--arm=direct=--runner direct",
        "--arm=flink-local=--runner flink-local",
        "--rows-targets=500000,1000000,3000000",
        "--mine-rows=3000000",
        "--heap=2g",
        "--blocks=10");
  }

  /** From the command to its end, with a class archive and without. */
  private void whole() throws IOException {
    for (Whole size : Whole.values()) {
      String elt = size.elt() + " --mine-rows " + size.rows;
      measure(
          size.file(),
          "--arm=off=exec:" + elt + " --class-archive off",
          "--arm=auto=exec:" + elt,
          "--rows-target=" + size.rows,
          "--blocks=" + WHOLE_BLOCKS);
    }
  }

  /** Beside the client that this suite grew from, both against one mine in its own process. */
  private void original(String client) throws IOException {
    long rows = Whole.DIRECT.rows;
    Path work = Files.createTempDirectory("plumbline-original");
    try (MineProcess mine = MineProcess.start(String.valueOf(rows), work)) {
      String options =
          " --folder target/original --mine-url " + mine.address() + " --rows-target " + rows;
      measure(
          ORIGINAL,
          "--arm=original=exec:" + ORIGINAL_WAY + client + options,
          "--arm=floor=exec:" + Whole.FLOOR.elt() + " --workers 4 --mine-url " + mine.address(),
          "--arm=direct=exec:" + Whole.DIRECT.elt() + " --workers 4 --mine-url " + mine.address(),
          "--rows-target=" + rows,
          "--blocks=" + WHOLE_BLOCKS);
    }
  }

  /** A whole command. */
  private enum Whole {
    SMALL("floor", 1_000),
    FLOOR("floor", 100_000),
    DIRECT("direct", 100_000);

    private final String runner;
    private final long rows;

    Whole(String runner, long rows) {
      this.runner = runner;
      this.rows = rows;
    }

    String file() {
      return "whole-" + runner + "-" + rows + ".json";
    }

    String elt() {
      return "java -jar runners/target/plumbline.jar elt --results-dir target/whole --runner "
          + runner
          + " --rows-target "
          + rows;
    }
  }

  private void cores() throws IOException {
    ended(CORES, Microbench.run("--json-out=" + raw.resolve(CORES), resultsDir()));
  }

  private void measure(String file, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("measure"));
    arguments.addAll(List.of(options));
    arguments.add("--json-out=" + raw.resolve(file));
    arguments.add(resultsDir());
    ended(file, new Cli(Surroundings.ofThisProcess()).execute(arguments.toArray(String[]::new)));
  }

  private static String resultsDir() throws IOException {
    return "--results-dir=" + Files.createTempDirectory("plumbline-performance");
  }

  private static void ended(String file, int exit) {
    if (exit != 0) {
      throw new IllegalStateException("The measurement ended with " + exit + ": " + file);
    }
  }

  private void write() throws IOException {
    MeasurementReport runners = report(RUNNERS);
    MeasurementReport same = report(SAME);
    MicrobenchReport cores =
        Json.mapper().readValue(raw.resolve(CORES).toFile(), MicrobenchReport.class);
    Path page = docs.resolve("PERFORMANCE.md");
    String text = Files.readString(page);
    text = replace(text, "circumstances", PerformanceTables.circumstances(runners.raw().header()));
    text = replace(text, "runners", PerformanceTables.walls(runners));
    text = replace(text, "lines", PerformanceTables.lines(runners));
    text = replace(text, "stages", PerformanceTables.stages(runners, MIDDLE));
    text = replace(text, "harness", PerformanceTables.harness(runners));
    text = replace(text, "same", PerformanceTables.walls(same));
    StringBuilder whole = new StringBuilder();
    for (Whole size : Whole.values()) {
      whole.append("\n").append(size.runner).append(", ").append(size.rows).append(" rows:\n\n");
      whole.append(PageMarkdown.of(PerformanceTables.walls(report(size.file()))));
    }
    text = filled(text, "whole", whole.append("\n").toString());
    text = replace(text, "original", PerformanceTables.walls(report(ORIGINAL)));
    text = replace(text, "cores", MicrobenchPage.of(cores));
    DurableFiles.write(page, text);
  }

  private MeasurementReport report(String file) throws IOException {
    return MeasurementWriter.report(RawFile.read(raw.resolve(file)).data());
  }

  private static String replace(String text, String name, Page page) {
    return filled(text, name, PageMarkdown.of(page));
  }

  private static String filled(String text, String name, String table) {
    String begin = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end: " + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("The page has no place for '" + name + "'");
    }
    return text.substring(0, from + begin.length()) + table + text.substring(to);
  }
}
