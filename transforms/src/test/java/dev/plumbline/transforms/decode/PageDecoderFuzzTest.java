package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.FuzzBudget;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PageDecoderFuzzTest {
  /** In seconds, and bodies at the least; see {@link FuzzBudget} for longer runs. */
  private static final long SECONDS = 15;

  private static final long LEAST = 20_000;

  @Test
  void decoderAndOracleAgreeOnEveryBody() {
    DecodeFuzzer fuzzer = new DecodeFuzzer(s -> new PageDecoder(DecodeJudge.MINE, s)::decode);
    FuzzBudget budget = FuzzBudget.start(SECONDS, LEAST);

    fuzzer.run(budget).ifPresent(Assertions::fail);

    assertTrue(fuzzer.accepted() > budget.done() / 10, budget + ": accepted " + fuzzer.accepted());
    assertTrue(fuzzer.refused() > budget.done() / 10, budget + ": refused " + fuzzer.refused());
    System.out.printf(
        "%,d bodies: %,d accepted, %,d refused%n",
        budget.done(), fuzzer.accepted(), fuzzer.refused());
  }
}
