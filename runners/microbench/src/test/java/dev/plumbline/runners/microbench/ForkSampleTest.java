package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.microbench.ForkOutcome.Failed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForkSampleTest {
  private static final MicroBenchmark DECODE =
      new MicroBenchmark("micro.decode", DecodeBenchmark.class, 20_000);
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
    MicroBenchmark query = new MicroBenchmark("micro.query", QueryBenchmark.class, 0);
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

  private static ForkOutcome fork(String inputDigest) {
    return SomeEvidence.fork(7, inputDigest);
  }
}
