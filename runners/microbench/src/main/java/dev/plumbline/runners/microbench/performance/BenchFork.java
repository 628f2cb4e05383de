package dev.plumbline.runners.microbench.performance;

import dev.plumbline.runners.process.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fork that prints its numbers on one line.
 *
 * @param main its main class
 * @param directory where its output goes
 */
record BenchFork(Class<?> main, Path directory) {

  /** Runs it to its end and reads the numbers. */
  double[] run(String... arguments) throws IOException, InterruptedException {
    Path out = directory.resolve("fork.txt");
    Path log = directory.resolve("fork.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xms3g", "-Xmx3g", "-XX:+UseParallelGC", "-cp", ClassPath.current().text()));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("A fork ended with " + exit + ": see " + log);
    }
    String line = Files.readString(out, StandardCharsets.UTF_8).strip();
    System.out.println(main.getSimpleName() + " " + line);
    String[] words = line.split(" ", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  /** One of the numbers of each fork. */
  static double[] column(List<double[]> forks, int index) {
    return forks.stream().mapToDouble(numbers -> numbers[index]).toArray();
  }
}
