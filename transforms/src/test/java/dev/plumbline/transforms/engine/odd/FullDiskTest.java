package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.ReadyEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that gets full: in a JVM of its own, whose files, and those of its children, cannot grow
 * beyond 200 kB.
 */
@Tag("exhaustive")
class FullDiskTest {
  private static final TableSchema SCHEMA = Schemas.of("k string, b string");
  private static final int FAILED = 1;

  @TempDir Path directory;

  /** Where a result is written in parts, most parts would fit, and the last would not. */
  @ParameterizedTest
  @EnumSource
  void aResultThatDoesNotFitFailsAndLeavesNothing(Engines engine) throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "prlimit is not here");
    AllWorks works =
        AllWorks.of(
            engine,
            SCHEMA,
            CopiedFiles.table(
                directory.resolve("source"),
                "SELECT CASE WHEN i % 10 = 0 THEN 'z' || md5('a' || i) || md5('b' || i) || md5('c' || i)"
                    + " || md5('d' || i) ELSE 'a' || i END AS k, '1' AS b FROM range(100000) t(i)"),
            directory.resolve("results"));
    WrittenTable canonical = works.canonical();

    assertFails(engine, "join", works.table());
    assertFails(engine, "canonical_join", canonical);
  }

  /** Of a result that is written in parts. */
  @Test
  void ifNoPartFitsOneIsNamedAndNothingIsLeft() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "prlimit is not here");
    AllWorks works =
        AllWorks.of(
            Engines.BEAM,
            SCHEMA,
            CopiedFiles.table(
                directory.resolve("source"),
                "SELECT md5('a' || i) || md5('b' || i) AS k, '1' AS b FROM range(100000) t(i)"),
            directory.resolve("results"));
    works.canonical();

    String said = assertFails(Engines.BEAM, "join", works.table());

    assertTrue(said.contains("join into " + works.folder().resolve("join-0")), said);
  }

  private String assertFails(Engines engine, String work, WrittenTable table) throws Exception {
    Path log = directory.resolve(work + ".log");
    Stream<String> command =
        Stream.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SmallDisk.class.getName(),
            engine.name(),
            work,
            directory.resolve("results").toString());
    Process child =
        new ProcessBuilder(
                Stream.concat(command, table.files().stream().map(file -> file.path())).toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    int exit = child.waitFor();

    String said = Files.readString(log);
    assertEquals(FAILED, exit, said);
    assertTrue(
        said.contains("TableException: %s into %s".formatted(work, directory.resolve("results"))),
        said);
    assertTrue(said.contains("File too large"), said);
    assertEquals(List.of("canonical"), left(), said);
    return said;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("results"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What runs there. */
  static final class SmallDisk {
    private SmallDisk() {}

    /** Does a small work, so that all is loaded and started; then, on a small disk, the work. */
    public static void main(String[] args) throws Exception {
      Engine engine = Engines.valueOf(args[0]).with(ReadyEngine.settings(2));
      engine.start();
      Path results = Path.of(args[2]);
      WrittenTable table =
          new WrittenTable(
              Arrays.stream(args).skip(3).map(file -> ParquetFooter.read(file)).toList());
      Path warm = Files.createDirectories(results.resolveSibling("warm"));
      WrittenTable small = CopiedFiles.table(warm, "SELECT 'a' AS k, '1' AS b");
      Roles roles = Roles.of(SCHEMA);
      engine.join(roles, new ResultFiles(warm.toString(), "warm")).run(small);
      ProcessHandle self = ProcessHandle.current();
      for (ProcessHandle process : Stream.concat(Stream.of(self), self.descendants()).toList()) {
        limit(process);
      }
      ResultFiles result = new ResultFiles(results.toString(), args[1]);
      (args[1].equals("canonical_join")
              ? engine.joinCanonical(roles, result)
              : engine.join(roles, result))
          .run(table);
    }

    private static void limit(ProcessHandle process) throws IOException, InterruptedException {
      new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=200000")
          .inheritIO()
          .start()
          .waitFor();
    }
  }
}
