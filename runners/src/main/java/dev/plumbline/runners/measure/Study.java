package dev.plumbline.runners.measure;

import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** What is measured, and what is made of it: a measurement alone, or more than that. */
public interface Study {
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
  Experiment prepare(RunDirectory directory) throws IOException, InterruptedException, StudyEnded;

  /** What stands in the report. */
  Object report(MeasurementReport measured) throws IOException;

  /** What a person reads of it. */
  void print(MeasurementReport measured, PrintStream out);

  /** A measurement alone. */
  static Study of(Experiment experiment) {
    return new Plain(experiment);
  }

  /** A measurement alone. */
  record Plain(Experiment experiment) implements Study {
    @Override
    public String name() {
      return experiment.scenario();
    }

    @Override
    public String resultsDir() {
      return experiment.resultsDir();
    }

    @Override
    public @Nullable String jsonOut() {
      return experiment.jsonOut();
    }

    @Override
    public Experiment prepare(RunDirectory directory) {
      return experiment;
    }

    @Override
    public Object report(MeasurementReport measured) {
      return measured;
    }

    @Override
    public void print(MeasurementReport measured, PrintStream out) {
      MeasurementTable.print(measured, out);
    }
  }
}
