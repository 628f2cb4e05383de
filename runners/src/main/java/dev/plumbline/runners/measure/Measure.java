package dev.plumbline.runners.measure;

import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.machine.LoadedClasses;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.ForkRunner;
import dev.plumbline.runners.measure.arm.ForkSetting;
import dev.plumbline.runners.measure.arm.ForkTry;
import dev.plumbline.runners.measure.arm.Forks;
import dev.plumbline.runners.measure.arm.Schedule;
import dev.plumbline.runners.measure.control.ControlWatch;
import dev.plumbline.runners.measure.control.Watch;
import dev.plumbline.runners.measure.raw.Journal;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ClassArchive;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.results.JsonOut;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a measurement: makes the run's directory, serves the mine, runs the blocks, analyses,
 * publishes.
 *
 * @param start starts the JVMs of forks
 * @param task what the JVM of a pipeline's fork does
 * @param out where the page and the last line go
 */
public record Measure(ForkStart start, Class<? extends ChildTask> task, PrintStream out) {
  private static final Logger log = LoggerFactory.getLogger(Measure.class);

  /**
   * Measures, and returns the exit code.
   *
   * @throws dev.plumbline.runners.options.UsageException if the results folder or the report's copy
   *     cannot be written
   */
  public int run(Study<?> study) throws IOException, InterruptedException {
    JsonOut.check(study.jsonOut());
    RunDirectory directory = RunDirectory.create(Path.of(study.resultsDir()));
    MeasureEnd end = new MeasureEnd(directory, study, out);
    Thread hook = new Thread(end::interrupted, "stop-measure");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return measured(study, directory, end);
    } catch (StudyEnded e) {
      return end.ended(e.outcome());
    } catch (IOException | RuntimeException e) {
      return end.failed(e);
    } finally {
      remove(hook);
    }
  }

  private <P> int measured(Study<P> study, RunDirectory directory, MeasureEnd end)
      throws IOException, InterruptedException, StudyEnded {
    P prepared = study.prepare(directory);
    MeasurementReport measured = measured(study.experiment(prepared), directory, end);
    return end.report(measured, study.report(prepared, measured));
  }

  /** Once a signal ends this process, no fork begins, and none that it stopped is journaled. */
  private static ForkRunner stoppable(Forks forks, MeasureEnd end) {
    return (block, attempt, position) -> {
      end.waitIfInterrupted();
      ForkTry fork = forks.run(block, attempt, position);
      end.waitIfInterrupted();
      return fork;
    };
  }

  /** So that nothing of this measurement is left in a process that goes on. */
  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      log.debug("this process is ending already", e);
    }
  }

  private MeasurementReport measured(Experiment experiment, RunDirectory directory, MeasureEnd end)
      throws IOException, InterruptedException {
    List<String> names = experiment.arms().stream().map(Arm::name).toList();
    Path file = directory.partial().resolve(Journal.FILE);
    String archive = ClassArchive.kindOfForks();
    EnvironmentManifest environment = EnvironmentManifest.ofForks(archive);
    ControlHistory history = ControlHistory.in(Path.of(experiment.resultsDir()), environment);
    try (ArmMine mine = ArmMine.serve(experiment.arms());
        Watch watch = new ControlWatch(experiment.blocks(), history.best());
        Journal journal =
            Journal.create(
                file,
                HeaderOf.experiment(experiment, directory.runId(), environment, watch.busy()))) {
      watch.busy().ifPresent(signs -> log.warn("this machine is busy: {}", signs));
      Forks forks =
          new Forks(
              new ForkSetting(
                  start,
                  task,
                  experiment.seed(),
                  experiment.warmIterations(),
                  experiment.forkTimeoutSeconds(),
                  experiment.sizes().size() > 1,
                  !archive.equals(LoadedClasses.NONE)),
              mine.arms(),
              directory.partial());
      Pace pace = new Pace(experiment.blocks(), experiment.maxMinutes());
      new BlockLoop(names, stoppable(forks, end), watch, journal, pace)
          .run(
              Schedule.rehearsal(names.size(), experiment.sizesOfForks()),
              Schedule.blocks(
                  names.size(), experiment.sizesOfForks(), experiment.blocks(), experiment.seed()));
      FileTree.delete(forks.folder());
      history.keep(watch.leastSeconds(), directory.runId());
      return MeasurementWriter.report(journal.data());
    }
  }
}
