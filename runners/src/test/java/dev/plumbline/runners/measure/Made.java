package dev.plumbline.runners.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkCosts;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.measure.raw.Quiet;
import dev.plumbline.runners.measure.raw.RawData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Raw parts that nobody measured. */
public final class Made {
  /** The only size. */
  public static final long ROWS = 1000;

  /** A digest. */
  public static final String DIGEST = "00112233445566778899aabbccddeeff";

  static final Quiet QUIET = new Quiet(0.01, 0.01, 0.0125, 0, 0.5, null);

  private Made() {}

  /** A header of these arms. */
  public static Header header(int blocks, int warmIterations, String... arms) {
    List<ArmRecord> records =
        Arrays.stream(arms)
            .map(name -> new ArmRecord(name, ArmRecord.PIPELINE, List.of("--runner=floor")))
            .toList();
    return new Header(
        Header.KIND,
        new Envelope(
            Header.VERSION,
            "20260101T000000000Z-abcdef",
            "2026-01-01T00:00:00Z",
            List.of("plumbline", "measure"),
            null,
            JsonNodeFactory.instance.objectNode().put("commit", "abc")),
        "elt",
        records,
        List.of(ROWS),
        blocks,
        warmIterations,
        42,
        0.05,
        null,
        false,
        "fingerprint",
        null,
        null);
  }

  /** The same measurement of arms of another kind, on a machine that was busy or not. */
  public static RawData with(RawData raw, String kind, String busy) {
    Header h = raw.header();
    List<ArmRecord> arms =
        h.arms().stream().map(arm -> new ArmRecord(arm.name(), kind, arm.words())).toList();
    Header header =
        new Header(
            h.kind(),
            h.envelope(),
            h.scenario(),
            arms,
            h.sizes(),
            h.blocks(),
            h.warmIterations(),
            h.seed(),
            h.margin(),
            h.maxMinutes(),
            h.sameOutput(),
            h.fingerprint(),
            kind.equals(ArmRecord.WORKS) ? "loaded" : null,
            busy);
    return new RawData(header, raw.forks(), raw.blocks(), raw.end());
  }

  /** Evidence for everything. */
  public static Evidence evidence(String digest, long retries) {
    return new Evidence(
        new Evidence.Runner("floor", "floor", "FloorRun", ""),
        new Evidence.Input("http://127.0.0.1:1/service", ROWS, ROWS, ROWS, digest),
        Map.of("decode", new Evidence.Elements(ROWS, ROWS)),
        retries,
        0,
        "exact");
  }

  /** A valid run. */
  public static Iteration valid(int iteration, double wall, String digest) {
    Cell cell =
        new Cell(
            "elt",
            "duckdb",
            "floor",
            ROWS,
            CellStatus.VALID,
            null,
            evidence(digest, 0),
            new Cell.Timing(wall, 0.1, ROWS / wall));
    return new Iteration(
        iteration, 0, cell, Map.of("decode", wall / 2), wall, 0.0, 1 << 20, false, Map.of());
  }

  /** A run that has evidence against it, or did not end. */
  public static Iteration without(CellStatus status, String reason, long retries) {
    Evidence evidence = status.ran() ? evidence(DIGEST, retries) : null;
    Cell cell = new Cell("elt", "duckdb", "floor", ROWS, status, reason, evidence, null);
    return new Iteration(0, 0, cell, Map.of(), null, null, 1 << 20, false, Map.of());
  }

  /** A fork of these runs. */
  public static ForkRecord fork(int block, int position, String arm, Iteration... iterations) {
    Cell first = iterations[0].cell();
    return new ForkRecord(
        ForkRecord.KIND,
        block,
        1,
        position,
        arm,
        "2026-01-01T00:00:00Z",
        first.status(),
        first.reason(),
        0,
        List.of(iterations),
        null,
        first.status() == CellStatus.VALID ? new ForkCosts(2, 1.9, 0.5, 1.2, 0.1, 0.3) : null,
        QUIET);
  }

  /** A complete measurement: each arm's wall time as a function of the block. */
  public static RawData raw(int blocks, Map<String, DoubleUnaryOperator> walls) {
    List<ForkRecord> forks = new ArrayList<>();
    List<BlockRecord> done = new ArrayList<>();
    for (int block = 0; block <= blocks; block++) {
      int position = 0;
      for (Map.Entry<String, DoubleUnaryOperator> arm : walls.entrySet()) {
        double wall = arm.getValue().applyAsDouble(block);
        forks.add(fork(block, position++, arm.getKey(), valid(0, wall, DIGEST)));
      }
      done.add(new BlockRecord(BlockRecord.KIND, block, 1, true, null));
    }
    return new RawData(
        header(blocks, 0, walls.keySet().toArray(String[]::new)),
        forks,
        done,
        new EndRecord(EndRecord.KIND, EndRecord.COMPLETE));
  }
}
