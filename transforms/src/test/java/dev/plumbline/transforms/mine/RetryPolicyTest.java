package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final RetryPolicy THREE =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1));

  @Test
  void waitsGrowToSixTimesTheFirst() {
    assertEquals(
        new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(3)),
        RetryPolicy.waiting(4, Duration.ofMillis(500)));
    assertEquals(RetryPolicy.defaults(), RetryPolicy.waiting(5, Duration.ofSeconds(2)));
  }

  @Test
  void anAnswerAtOnceTookNoRetry() {
    assertEquals(new RetryPolicy.Answer<>("x", 0), THREE.ask(() -> "x"));
  }

  @Test
  void passingErrorsAreTriedAgainAndCounted() {
    AtomicInteger asked = new AtomicInteger();

    RetryPolicy.Answer<String> answer = THREE.ask(failing(asked, 2));

    assertEquals(new RetryPolicy.Answer<>("x", 2), answer);
    assertEquals(3, asked.get());
  }

  @Test
  void theLastErrorStandsWithTheNumberOfTries() {
    AtomicInteger asked = new AtomicInteger();

    MineException last = assertThrows(MineException.class, () -> THREE.ask(failing(asked, 9)));

    assertEquals("failure 3 (after 3 tries)", last.getMessage());
    assertFalse(last.retryable());
    assertEquals(3, asked.get());
  }

  @Test
  void lastingErrorsAreNotTriedAgain() {
    AtomicInteger asked = new AtomicInteger();
    MineException lasting = MineException.lasting("no such view", null);

    MineException thrown =
        assertThrows(
            MineException.class,
            () ->
                THREE.ask(
                    () -> {
                      asked.incrementAndGet();
                      throw lasting;
                    }));

    assertSame(lasting, thrown);
    assertEquals(1, asked.get());
  }

  @Test
  void otherExceptionsAreNotTriedAgain() {
    AtomicInteger asked = new AtomicInteger();

    assertThrows(
        IllegalStateException.class,
        () ->
            THREE.ask(
                () -> {
                  asked.incrementAndGet();
                  throw new IllegalStateException("a bug");
                }));

    assertEquals(1, asked.get());
  }

  @Test
  void anInterruptEndsTheWaitingAndStaysSet() {
    RetryPolicy patient = new RetryPolicy(2, Duration.ofDays(1), Duration.ofDays(1));
    Thread.currentThread().interrupt();

    MineException given =
        assertThrows(MineException.class, () -> patient.ask(failing(new AtomicInteger(), 9)));

    assertTrue(Thread.interrupted(), "the flag is for the caller to see");
    assertEquals("failure 1 (given up: interrupted)", given.getMessage());
  }

  @Test
  void noTriesAtAllAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void theDefaultIsFiveTries() {
    assertEquals(
        new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofSeconds(12)), RetryPolicy.defaults());
  }

  private static Supplier<String> failing(AtomicInteger asked, int times) {
    return () -> {
      int attempt = asked.incrementAndGet();
      if (attempt <= times) {
        throw MineException.passing("failure " + attempt, null);
      }
      return "x";
    };
  }
}
