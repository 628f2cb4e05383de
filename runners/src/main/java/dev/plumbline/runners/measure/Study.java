package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.Report;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and what is made of it: a measurement alone, or more than that. It keeps
 * nothing between its steps; what the first makes is handed to the others.
 *
 * @param <P> what is made ready
 */
public interface Study<P> {
  /** What the last line calls it. */
  String name();

  /** Folder that the run's directory is made in. */
  String resultsDir();

  /** File that the report is copied to; null if none. */
  @Nullable String jsonOut();

  /** Whether a difference between results ends it with an exit code of its own. */
  default boolean strictParity() {
    return true;
  }

  /**
   * Makes ready what the experiment needs.
   *
   * @throws StudyEnded if there is nothing to measure
   */
  P prepare(RunDirectory directory) throws IOException, InterruptedException, StudyEnded;

  /** What is measured. */
  Experiment experiment(P prepared);

  /** What is made of the figures. */
  Made report(P prepared, MeasurementReport measured) throws IOException;

  /**
   * A report.
   *
   * @param report what stands in the file, as JSON
   * @param page what a person reads of it
   */
  record Made(Report report, Page page) {}

  /** A measurement alone. */
  static Study<Experiment> of(Experiment experiment) {
    return new Plain(experiment);
  }

  /** A measurement alone. */
  record Plain(Experiment asked) implements Study<Experiment> {
    @Override
    public String name() {
      return asked.scenario();
    }

    @Override
    public String resultsDir() {
      return asked.resultsDir();
    }

    @Override
    public @Nullable String jsonOut() {
      return asked.jsonOut();
    }

    @Override
    public Experiment prepare(RunDirectory directory) {
      return asked;
    }

    @Override
    public Experiment experiment(Experiment prepared) {
      return prepared;
    }

    @Override
    public Made report(Experiment prepared, MeasurementReport measured) {
      return new Made(measured, MeasurementPage.of(measured));
    }
  }
}
