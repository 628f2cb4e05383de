package dev.plumbline.runners.microbench.engines;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.microbench.cores.Evidence;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.Findings;
import java.io.IOException;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An engine's work: by the core of its stage in a plain loop, or by a program that does nothing
 * else. Proved by the result of plain SQL in DuckDB; plain SQL by that of DuckDB's stage.
 */
@State(Scope.Benchmark)
public class EngineBenchmark {
  /** The two sides of a pair. */
  public enum Side {
    /** The core of the engine's stage. */
    CORE,
    /** SQL by JDBC, a Node program, or a hash join in plain Java. */
    BARE
  }

  /** How many rows the source has. */
  @Param("20000")
  public int rows;

  /** The engine. */
  @Param("DUCKDB")
  public Engines engine = Engines.DUCKDB;

  /** Its work. */
  @Param("SCAN")
  public EngineWork work = EngineWork.SCAN;

  /** Which side. */
  @Param("CORE")
  public Side side = Side.CORE;

  private Optional<EngineSides> sides = Optional.empty();
  private Optional<Findings> last = Optional.empty();

  /** Makes the table and starts the engine. */
  @Setup
  public void start() throws Exception {
    sides = Optional.of(new EngineSides(engine, rows));
  }

  /** A work finds no result of an earlier one. */
  @Setup(Level.Invocation)
  public void clear() throws IOException {
    sides.orElseThrow().clear();
  }

  /** Does the work once. */
  @Benchmark
  public Findings run() throws Exception {
    EngineSides of = sides.orElseThrow();
    Findings found = side == Side.CORE ? of.core(work) : of.bare(work);
    last = Optional.of(found);
    return found;
  }

  /** Holds the last result to another program's. */
  @TearDown
  public void prove() throws Exception {
    try (EngineSides of = sides.orElseThrow()) {
      String same = "%d rows, %s as another program".formatted(rows, work.scenario());
      String found = of.mismatch(work, side, last.orElseThrow()).orElse(same);
      Evidence.leave(of.inputDigest(), same, found);
    }
  }
}
