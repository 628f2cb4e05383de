package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.BodyMutations;
import dev.plumbline.transforms.fuzz.Bytes;
import dev.plumbline.transforms.fuzz.FuzzBudget;
import dev.plumbline.transforms.fuzz.Mutator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ServiceErrorFuzzTest {
  private static final int LONGEST = 303;
  private static final byte[] ROWS =
      bytes("{\"modelName\":\"genomic\",\"start\":0,\"results\":[\n[1,\"a\"],\n[2,null],\n");
  private static final byte[] FAILED =
      bytes(
          "{\"results\":[\n],\"executionTime\":\"2026.11.23 06:00::00\",\"wasSuccessful\":false,"
              + "\"error\":\"Query does not pass XML validation. \\u00fc "
              + "x".repeat(LONGEST)
              + "\",\"statusCode\":400}");

  @Test
  void aBrokenErrorBodyHasAShortTextOrNone() {
    Mutator mutator = new Mutator(BodyMutations.all());
    long found = 0;
    FuzzBudget budget = FuzzBudget.of(50_000);
    while (budget.next()) {
      SplittableRandom random = budget.random();
      byte[] body = mutator.mutate(FAILED, ROWS, random);
      Optional<String> text = text(body, budget);
      found += text.isPresent() ? 1 : 0;
      assertTrue(text.orElse("").length() <= LONGEST, budget::toString);
    }
    assertTrue(found > 0 && found < budget.done(), found + " texts of " + budget.done());
  }

  @Test
  void aLongTextIsNotCutWithinACharacter() {
    String wheat = "\uD83C\uDF3E";
    byte[] body = bytes("{\"error\":\"x" + wheat.repeat(LONGEST) + "\"}");

    assertEquals(Optional.of("x" + wheat.repeat(149) + "..."), ServiceError.in(body));
  }

  private static Optional<String> text(byte[] body, FuzzBudget budget) {
    try {
      return ServiceError.in(body);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(budget + ": " + Bytes.latin(body), e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
