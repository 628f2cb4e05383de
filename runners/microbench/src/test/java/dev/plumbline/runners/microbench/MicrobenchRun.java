package dev.plumbline.runners.microbench;

import dev.plumbline.runners.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The command run in this process, its forks in theirs, and what it said. */
record MicrobenchRun(int exit, String out, String err) {
  static MicrobenchRun of(List<MicroBenchmark> all, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            UnaryOperator.identity());
    int exit = Microbench.commandLine(surroundings, all).execute(arguments);
    return new MicrobenchRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
