package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParityCommandTest {
  static Stream<Arguments> refuses() {
    return Stream.of(
        Arguments.of(List.of("--contract=score"), "COLUMN=ulp:N:REASON"),
        Arguments.of(List.of("--contract=score=ulp:1:x"), "takes a --key"),
        Arguments.of(
            List.of("--key=id", "--contract=a=ulp:1:x", "--contract=a=ulp:2:x"),
            "one contract for each column"),
        Arguments.of(
            List.of("--key=id", "--ordered", "--contract=a=ulp:1:x"), "leaves nothing to a"),
        Arguments.of(List.of("--key=a", "--contract=a=ulp:1:x"), "not part of the --key"),
        Arguments.of(List.of("--parity-sample-mode=tail"), "head or stride"),
        Arguments.of(List.of("--parity-sample-size=0"), "1 to 10000"),
        Arguments.of(List.of("--show-rows=0"), "1 to 10000"),
        Arguments.of(List.of("--heap=1x"), "--heap"),
        Arguments.of(List.of("--orderd"), "'--ordered'"));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(List<String> flags, String message) {
    List<String> all = new ArrayList<>(List.of("parity", "left.parquet", "right.parquet"));
    all.addAll(flags);

    CliRun run = CliRun.of(all.toArray(String[]::new));

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void refusesOneFileUnderTwoNames(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("a.csv"), "a,b\n");
    Path link = Files.createSymbolicLink(directory.resolve("b.csv"), file);

    CliRun run = CliRun.of("parity", file.toString(), link.toString());

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("are the same"), run.err());
  }

  @Test
  void wantsTwoTables() {
    CliRun run = CliRun.of("parity", "left.parquet");

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("RIGHT"), run.err());
  }
}
