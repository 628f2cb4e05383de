package dev.plumbline.runners.parity;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleDigest;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.locate.SampleRows;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.ParityRecord;
import dev.plumbline.pipelines.report.ParityReport;
import dev.plumbline.pipelines.report.ReportTime;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.ParityOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.ProgressLine;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.report.PageText;
import dev.plumbline.runners.results.ReportFile;
import dev.plumbline.runners.results.RunIds;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Compares two tables in this JVM and reports. */
@TaskName(ParityChild.NAME)
public final class ParityChild implements ChildTask {
  /** The task's name. */
  public static final String NAME = "parity";

  /** Columns that identify a row wherever they stand. */
  private static final List<String> IDENTIFIERS =
      List.of("primaryIdentifier", "primaryAccession", "id", "key");

  /** A quarter of the heap for the values of rows that differ. */
  private static final int HEAP_PART = 4;

  /** For the forked JVM, whose main makes it. */
  public ParityChild() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    ParityOptions options = request.options(ParityOptions.class);
    long begun = System.nanoTime();
    TablePair tables =
        TablePair.open(TableLocation.parse(options.left()), TableLocation.parse(options.right()));
    Comparison comparison = compare(options, tables);
    ParityReport report = report(options, tables, comparison, directory);
    ReportFile.write(directory, report);
    System.out.print(PageText.of(ComparisonPage.of(report.comparison())));
    return outcome(options, comparison, begun);
  }

  private static Comparison compare(ParityOptions options, TablePair tables) {
    check(options, tables.left());
    check(options, tables.right());
    try (ProgressLine progress = ProgressLine.start("compare", total(tables))) {
      return new TableComparator(spec(options, tables, progress::step))
          .compare(tables.left(), tables.right());
    }
  }

  /** Before anything is read: the columns that the options name must be there. */
  private static void check(ParityOptions options, ReadableTable table) {
    try {
      options.key().forEach(table.schema()::position);
      options.parsedContracts().forEach(contract -> contract.check(table.schema()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--key or --contract: in %s: %s".formatted(table.source(), e.getMessage()));
    }
  }

  private static CompareSpec spec(ParityOptions options, TablePair tables, LongConsumer progress) {
    return new CompareSpec(
        options.key().isEmpty() ? known(tables) : options.key(),
        options.sample().spec(),
        options.ordered(),
        options.parsedContracts(),
        options.showRows(),
        Runtime.getRuntime().maxMemory() / HEAP_PART,
        progress);
  }

  private static List<String> known(TablePair tables) {
    return IDENTIFIERS.stream()
        .filter(name -> tables.left().schema().names().contains(name))
        .filter(name -> tables.right().schema().names().contains(name))
        .limit(1)
        .toList();
  }

  private static long total(TablePair tables) {
    OptionalLong left = tables.left().expectedRows();
    OptionalLong right = tables.right().expectedRows();
    return left.isPresent() && right.isPresent()
        ? left.getAsLong() + right.getAsLong()
        : ProgressLine.UNKNOWN;
  }

  private static ParityReport report(
      ParityOptions options, TablePair tables, Comparison comparison, Path directory) {
    ReadableTable left = tables.left();
    SampleDigest sample = comparison.left().digest().sample();
    return new ParityReport(
        new Envelope(
            ParityReport.VERSION,
            RunIds.of(directory),
            ReportTime.now(),
            options.command(),
            Json.mapper().valueToTree(options),
            Json.mapper().valueToTree(EnvironmentManifest.collect())),
        ParityRecord.of(comparison, new ShownNames(true, left.schema().names())),
        options.sample().show() ? SampleRows.of(left, sample) : null);
  }

  private static ChildOutcome outcome(ParityOptions options, Comparison comparison, long begun) {
    boolean empty = comparison.left().digest().rows() == 0;
    if (!comparison.equivalent() && options.strictParity()) {
      return ChildOutcome.ended(
          ExitCode.PARITY_FAILURE, "ParityMismatch", comparison.summary(), begun);
    }
    return comparison.equivalent() && empty && !options.allowEmpty()
        ? ChildOutcome.ended(
            ExitCode.FAILED,
            "EmptyTables",
            "both tables have no rows, so nothing was compared; --allow-empty takes that as equal",
            begun)
        : ChildOutcome.ended(begun);
  }
}
