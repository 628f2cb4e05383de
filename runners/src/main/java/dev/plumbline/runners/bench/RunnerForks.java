package dev.plumbline.runners.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.statistics.PairedRatio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures ELT on each runner in fresh JVMs, in randomised complete blocks, against a mine in a
 * process of its own: {@code RunnerForks ROWS BLOCKS DIRECTORY}. Prints every run as a line of JSON
 * and, at the end, the ratios to the floor. A run that is not valid ends the measurement.
 */
public final class RunnerForks {
  private static final long SEED = 42;
  private static final String FLOOR = "floor";
  private static final Map<String, List<String>> ARMS = arms();

  private final String rows;
  private final Path directory;
  private final String mine;
  private final Map<String, List<Double>> walls = new LinkedHashMap<>();

  private RunnerForks(String rows, Path directory, String mine) {
    this.rows = rows;
    this.directory = directory;
    this.mine = mine;
  }

  private static Map<String, List<String>> arms() {
    Map<String, List<String>> arms = new LinkedHashMap<>();
    arms.put(FLOOR, List.of("--runner=floor"));
    arms.put("direct", List.of("--runner=direct"));
    arms.put("flink-local", List.of("--runner=flink-local"));
    return arms;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[2]));
    try (MineProcess mine = MineProcess.start(args[0], directory)) {
      RunnerForks forks = new RunnerForks(args[0], directory, mine.address());
      forks.run(FLOOR); // the mine renders its rows once; this run is not counted
      forks.walls.clear();
      Random order = new Random(SEED);
      for (int block = 0; block < Integer.parseInt(args[1]); block++) {
        List<String> arms = new ArrayList<>(ARMS.keySet());
        Collections.shuffle(arms, order);
        for (String arm : arms) {
          forks.run(arm);
        }
      }
      forks.printRatios();
    }
  }

  private void run(String arm) throws IOException, InterruptedException {
    Path json = directory.resolve("report.json");
    List<String> command = java();
    command.addAll(List.of("elt", "--mine-url=" + mine, "--rows-target=" + rows));
    command.addAll(List.of("--results-dir=" + directory.resolve("results"), "--json-out=" + json));
    command.addAll(ARMS.getOrDefault(arm, List.of()));
    Path log = directory.resolve("run.log");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    JsonNode report = Json.mapper().readTree(json.toFile());
    if (exit != 0 || !report.at("/cell/status").asText().equals("valid")) {
      throw new IllegalStateException("Arm '" + arm + "' is not valid: see " + log);
    }
    double wall = report.at("/cell/timing/wall_seconds").asDouble();
    walls.computeIfAbsent(arm, a -> new ArrayList<>()).add(wall);
    System.out.println(
        Json.line(
            Map.of(
                "arm", arm,
                "wall_seconds", wall,
                "parity_share",
                    report.at("/stage_timings/parity/attributed_seconds").asDouble() / wall,
                "content_hash", report.at("/cell/evidence/input/content_hash").asText(),
                "peak_rss_bytes", report.at("/memory/peak_rss_bytes").asLong(),
                "source_cpu_share", report.at("/source/cpu_share").asDouble(),
                "ledger", report.get("ledger"))));
  }

  private void printRatios() {
    double[] floor = values(FLOOR);
    for (String arm : walls.keySet()) {
      System.out.println(arm + " / floor: " + PairedRatio.of(values(arm), floor));
    }
  }

  private double[] values(String arm) {
    return walls.getOrDefault(arm, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }

  static List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ArrayList<>(
        List.of(java, "-cp", ClassPath.current().text(), Plumbline.class.getName()));
  }
}
