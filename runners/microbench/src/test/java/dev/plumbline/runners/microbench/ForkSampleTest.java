package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.microbench.ForkOutcome.Failed;
import dev.plumbline.runners.microbench.cores.DecodeBenchmark;
import dev.plumbline.runners.microbench.cores.QueryBenchmark;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForkSampleTest {
  private static final MicroBenchmark DECODE =
      MicroBenchmark.of("micro.decode", DecodeBenchmark.class, 20_000);
  private static final ForkSample.Session SESSION =
      new ForkSample.Session("run", "2026-01-31T10:00:00Z", "default", "0.1.0+abc");

  private static HistoryLine line(ForkOutcome... forks) {
    return new ForkSample(DECODE, List.of(forks)).line(SESSION);
  }

  @Test
  void forksMakeTheFigures() {
    HistoryLine line = line(SomeEvidence.fork(3, "in"), SomeEvidence.fork(1, "in"));
    assertEquals("valid", line.status());
    assertEquals(Figures.of(1, 3), line.figures());
    assertEquals("in", line.inputDigest());
    assertEquals("ns/row", line.unit());
    assertEquals("time_per_row", line.metric());
    assertEquals(20_000, line.rows());
  }

  @Test
  void oneFailedForkTakesAllFiguresAway() {
    HistoryLine line = line(SomeEvidence.fork(3, "in"), new Failed("it broke"));
    assertEquals("failed", line.status());
    assertEquals("fork 2: it broke", line.reason());
    assertNull(line.figures());
    assertEquals("failed", line().status());
  }

  @Test
  void forksOnDifferentInputsOrGroundsAreNoSample() throws Exception {
    assertEquals("invalid", line(fork("in"), fork("out")).status());
    HistoryLine grounds = line(fork("in"), SomeEvidence.elsewhere(1, "in"));
    assertEquals("invalid", grounds.status());
    assertNull(grounds.figures());
  }

  @Test
  void workWithoutRowsIsTimedPerOperation() {
    MicroBenchmark query = MicroBenchmark.of("micro.query", QueryBenchmark.class, 0);
    HistoryLine line = new ForkSample(query, List.of(fork("in"))).line(SESSION);
    assertEquals("time_per_op", line.metric());
    assertEquals("ns/op", line.unit());
  }

  @Test
  void reportHasNumbersOfForksOnlyBesideProof() {
    List<ForkSample> samples =
        List.of(
            new ForkSample(DECODE, List.of(fork("in"))),
            new ForkSample(DECODE, List.of(fork("in"), new Failed("it broke"))));
    MicrobenchReport report = MicrobenchReport.of(Effort.smoke(), SESSION, samples);
    assertEquals(List.of(7.0), report.benchmarks().get(0).forks());
    assertEquals("proved", report.benchmarks().get(0).proof());
    assertTrue(report.benchmarks().get(1).forks().isEmpty());
    assertNull(report.benchmarks().get(1).proof());
  }

  @Test
  void pairNeedsBothSides() {
    MicroBenchmark decode = MicroBenchmark.all().get(2);
    ForkSample own = new ForkSample(decode, List.of(SomeEvidence.fork(6, "in")));
    MicroBenchmark tokens =
        MicroBenchmark.of(String.valueOf(decode.yardstick()), DecodeBenchmark.class, 20_000);
    ForkSample other = new ForkSample(tokens, List.of(SomeEvidence.fork(4, "in")));
    ForkSample broken = new ForkSample(tokens, List.of(new Failed("it broke")));

    assertEquals(1.5, pairs(own, other).get(0).ratio().estimate(), 1e-9);
    assertEquals(List.of(), pairs(own, broken));
    assertEquals(List.of(), pairs(own));
  }

  private static List<MicrobenchReport.Pair> pairs(ForkSample... samples) {
    return MicrobenchReport.of(Effort.smoke(), SESSION, List.of(samples)).pairs();
  }

  private static ForkOutcome fork(String inputDigest) {
    return SomeEvidence.fork(7, inputDigest);
  }
}
