package dev.plumbline.runners.measure.fork;

import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.measure.arm.EngineArm;
import dev.plumbline.runners.measure.raw.Iteration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one engine of one block in a JVM of its own.
 *
 * @param arm the engine
 * @param block the block; 0 is the rehearsal
 * @param timeoutSeconds after which it is stopped
 */
record EngineFork(EngineArm arm, int block, long timeoutSeconds) {

  /** Runs it in the directory, which exists; nothing is thrown for what goes wrong in the fork. */
  ForkTry run(Path directory) throws IOException, InterruptedException {
    return new JvmFork(
            new ChildJvm(arm.how().heap(), directory, arm.task(), false),
            ClassPath.current(),
            List.of(),
            timeoutSeconds,
            this::held,
            this::failed)
        .run(directory, arm.options().inBlock(block));
  }

  /** Every work so often, and nothing else, by this engine on this runner. */
  private JvmFork.Held held(List<Iteration> iterations) {
    List<String> expected = new ArrayList<>();
    for (String scenario : arm.scenarios()) {
      for (int i = 0; i <= arm.options().warmIterations(); i++) {
        expected.add(cell(scenario, arm.name(), i));
      }
    }
    String[] found =
        iterations.stream()
            .map(run -> cell(run.cell().scenario(), run.cell().engine(), run.iteration()))
            .sorted()
            .toArray(String[]::new);
    boolean complete =
        Arrays.equals(found, expected.stream().sorted().toArray(String[]::new))
            && iterations.stream()
                .allMatch(run -> run.cell().runner().equals(arm.how().runner().label()));
    return complete
        ? new JvmFork.Held(iterations, Optional.empty())
        : new JvmFork.Held(
            List.of(),
            Optional.of("brought %s, expected %s".formatted(Arrays.asList(found), expected)));
  }

  private static String cell(String scenario, String engine, int iteration) {
    return scenario + " " + engine + " " + iteration;
  }

  private List<Iteration> failed(String reason) {
    List<Iteration> cells = new ArrayList<>();
    for (int position = 0; position < arm.scenarios().size(); position++) {
      Cell cell =
          new CellWriter(
                  arm.scenarios().get(position), arm.name(), arm.how().runner().label(), arm.rows())
              .failed(reason);
      cells.add(new Iteration(0, position, cell, Map.of(), null, null, 0, false, Map.of()));
    }
    return cells;
  }
}
