package dev.plumbline.transforms.engine.polars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.ReadyEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed worker in a world that ends. */
@Timeout(180)
class WorkerLifeTest {
  private static final ExportSchema SCHEMA =
      Tables.export(ColumnType.STRING, ColumnType.INT64, ColumnType.INT64);
  private static final TableSchema TABLE = SCHEMA.table();
  private static final Roles ROLES = Roles.of(TABLE);

  @TempDir Path directory;

  @Test
  void aWorkerThatWasKilledWhileItWaitedIsReplaced() throws Exception {
    Engine engine = ReadyEngine.of(Engines.POLARS, 1);
    WrittenTable table = table(100);
    var before = engine.scan(TABLE).run(table).figures();
    ProcessHandle worker = worker(ProcessHandle.current());

    worker.destroyForcibly();
    worker.onExit().join();

    assertEquals(before, engine.scan(TABLE).run(table).figures());
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "busy"})
  void theWorkerEndsWithAJvmThatIsKilled(String state) throws Exception {
    ReadyEngine.of(Engines.POLARS, 1);
    WrittenTable table = table(100_000);
    Process jvm = jvm(state, table.files().get(0).path());
    try (BufferedReader said = jvm.inputReader()) {
      String line = said.readLine();
      assertTrue(line != null && line.matches("\\d+"), line);
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(line)).orElseThrow();
      if (state.equals("busy")) {
        assertFalse(jvm.waitFor(2, TimeUnit.SECONDS), "it should take longer");
      }

      jvm.destroyForcibly();

      worker.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void theWorkerEndsWithAJvmThatEnds() throws Exception {
    ReadyEngine.of(Engines.POLARS, 1);
    Process jvm = jvm("ending", table(1).files().get(0).path());
    try (BufferedReader said = jvm.inputReader()) {
      long worker = Long.parseLong(said.readLine());

      assertEquals(0, jvm.waitFor());

      ProcessHandle.of(worker).ifPresent(process -> process.onExit().join());
    }
  }

  @Test
  void aFullDiskFailsAndLeavesNoFile() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/prlimit")), "prlimit limits the file size");
    Engine engine = ReadyEngine.of(Engines.POLARS, 1);
    WrittenTable table = table(100_000);
    Path results = Files.createDirectory(directory.resolve("results"));
    ResultFiles result = new ResultFiles(results.toString(), "relation");
    long worker = worker(ProcessHandle.current()).pid();
    List<String> limit = List.of("prlimit", "--pid", Long.toString(worker), "--fsize=50000");
    assertEquals(0, new ProcessBuilder(limit).inheritIO().start().waitFor());

    TableException failed =
        assertThrows(TableException.class, () -> engine.join(ROLES, result).run(table));

    assertTrue(failed.getMessage().startsWith("join into " + result.whole()), failed.getMessage());
    try (Stream<Path> left = Files.list(results)) {
      assertEquals(List.of(), left.toList());
    }
    ProcessHandle.of(worker)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
    assertEquals(
        100_000, engine.join(ROLES, result).run(table).figures().get("rows").intValueExact());
  }

  private WrittenTable table(int rows) throws Exception {
    List<List<Object>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(List.of("key " + i * 7919L % 1_000_003, (long) i, 1L));
    }
    return ParquetTables.write(directory.resolve("table"), SCHEMA, all, 1);
  }

  private Process jvm(String state, String file) throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            state,
            file)
        .redirectError(directory.resolve("log").toFile())
        .start();
  }

  /** The worker that a JVM started last. */
  static ProcessHandle worker(ProcessHandle jvm) {
    return jvm.children()
        .filter(child -> child.info().commandLine().orElse("").endsWith("worker.mjs"))
        .reduce((one, two) -> two)
        .orElseThrow();
  }

  /** A JVM that has a worker. */
  static final class Owner {
    private Owner() {}

    /** Prints the worker's process, then ends, or waits, or has the worker count for minutes. */
    public static void main(String[] args) throws Exception {
      Engine engine = PolarsEngine.of(ReadyEngine.settings(1));
      engine.start();
      System.out.println(worker(ProcessHandle.current()).pid());
      System.out.flush();
      WrittenFile file = ParquetFooter.read(args[1]);
      switch (args[0]) {
        case "busy" ->
            engine.analytics(ROLES).run(new WrittenTable(Collections.nCopies(2_000, file)));
        case "idle" -> Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        case "ending" -> engine.scan(TABLE).run(new WrittenTable(List.of(file)));
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }
}
