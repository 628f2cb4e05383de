package dev.plumbline.runners.measure;

import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.raw.RawFile;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.report.PageText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a report of a raw part once more, the same to the byte; or, for the first time, of one that
 * a killed measurement has left.
 *
 * @param out where the page and the last line go
 */
public record Reanalysis(PrintStream out) {
  private static final Logger log = LoggerFactory.getLogger(Reanalysis.class);

  /**
   * Analyses, and returns the exit code that the measurement had, or would have had; of one that
   * allowed differences, that of one which does not. A study's own report is not made again: its
   * measurement is.
   */
  public int of(Path file, @Nullable String jsonOut) throws IOException {
    long started = System.nanoTime();
    RawFile.Read read = RawFile.read(file);
    if (read.notice() != null) {
      log.warn("{}", read.notice());
    }
    MeasurementReport report = MeasurementWriter.report(read.data());
    if (jsonOut != null) {
      DurableFiles.write(Path.of(jsonOut).toAbsolutePath(), Json.pretty(report));
    }
    out.print(PageText.of(MeasurementPage.of(report)));
    MeasurementExit end = MeasurementExit.of(read.data());
    RunSummary.ofReport(
            end.exit(),
            end.errorType(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
            read.data().header().scenario(),
            jsonOut,
            end.message(),
            MeasurementExit.gist(read.data()))
        .print(out);
    return end.exit().code();
  }
}
