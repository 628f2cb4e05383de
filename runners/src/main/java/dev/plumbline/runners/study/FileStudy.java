package dev.plumbline.runners.study;

import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.runners.measure.Experiment;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.ShownOptions;
import dev.plumbline.runners.options.StudyOptions;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.run.ServedMine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A study of works over files: everything is made ready in one JVM, then each arm does the same
 * works in forks of its own, interleaved in blocks.
 *
 * @param <P> what is made ready, as its JVM left it
 */
public abstract class FileStudy<P> implements Study<FileStudy.Ready<P>> {
  private static final double MARGIN = 0.05;

  private final StudyOptions options;
  private final Setting setting;

  /**
   * How it is measured.
   *
   * @param repetitions how often
   * @param forks takes the task that is named here and gives the one that a fork runs
   * @param start starts the JVM that makes everything ready
   */
  public record Setting(
      Repetitions repetitions, UnaryOperator<Class<? extends ChildTask>> forks, ForkStart start) {}

  /**
   * What was made ready.
   *
   * @param prepared what its JVM said of it
   * @param folder where its files lie, absolute
   */
  public record Ready<P>(P prepared, Path folder) {}

  /** A study. */
  protected FileStudy(StudyOptions options, Setting setting) {
    this.options = options;
    this.setting = setting;
  }

  /** What makes everything ready, what a fork does, and what the first leaves for the second. */
  protected abstract Tasks<P> tasks();

  /**
   * The JVMs of a study.
   *
   * @param preparing makes everything ready
   * @param working does an arm's works
   * @param prepared what the first leaves
   */
  public record Tasks<P>(
      Class<? extends ChildTask> preparing,
      Class<? extends ChildTask> working,
      Class<P> prepared) {}

  /** The works of each arm, by the arm's name. */
  protected abstract Map<String, List<WorkArm.Work>> works(P prepared);

  /** The sizes of what works take in, in rows, each once. */
  protected abstract List<Long> sizes(P prepared);

  /**
   * Looks at what was made ready.
   *
   * @throws StudyEnded if there is nothing to measure
   */
  protected void check(P prepared) throws StudyEnded {}

  @Override
  public final String resultsDir() {
    return options.export().output().resultsDir();
  }

  @Override
  public final @Nullable String jsonOut() {
    return options.export().output().jsonOut();
  }

  @Override
  public final boolean strictParity() {
    return options.export().proof().strictParity();
  }

  @Override
  public final Ready<P> prepare(RunDirectory run)
      throws IOException, InterruptedException, StudyEnded {
    Path own = Files.createDirectories(run.partial().resolve("prepared"));
    if (options.replay() != null) {
      make(own, options); // nothing is served: a replay opens no socket
    } else {
      try (ServedMine mine = new ServedMine(options.export(), options.mostRows())) {
        make(own, options.withServiceRoot(mine.open().mine().serviceRoot()));
      }
    }
    P prepared = PreparedFile.read(own, tasks().prepared());
    check(prepared);
    return new Ready<>(prepared, own);
  }

  /** What its report begins with. */
  protected final Envelope envelope(String version, MeasurementReport measured) {
    return measured.envelope().around(version, options.shown());
  }

  private void make(Path own, StudyOptions told)
      throws IOException, InterruptedException, StudyEnded {
    Class<? extends ChildTask> task = setting.forks().apply(tasks().preparing());
    PreparingJvm.run(own, task, told.export().running().heap(), told, setting.start());
  }

  @Override
  public final Experiment experiment(Ready<P> ready) {
    List<Arm> arms = new ArrayList<>();
    works(ready.prepared())
        .forEach(
            (arm, works) ->
                arms.add(
                    new WorkArm(
                        arm,
                        setting.forks().apply(tasks().working()),
                        Json.mapper().valueToTree(options),
                        ready.folder(),
                        works,
                        options.export())));
    Repetitions repetitions = setting.repetitions();
    return new Experiment(
        name(),
        arms,
        sizes(ready.prepared()),
        repetitions.blocks(),
        repetitions.warmIterations(),
        repetitions.seed(),
        MARGIN,
        OptionalDouble.empty(),
        false,
        repetitions.forkTimeoutSeconds(),
        resultsDir(),
        jsonOut(),
        ShownOptions.command(options.export()));
  }
}
