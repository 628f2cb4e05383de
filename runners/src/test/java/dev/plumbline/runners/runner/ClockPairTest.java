package dev.plumbline.runners.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClockPairTest {
  @Test
  void carriesATimeOfDayOverToTheNanosecondClock() {
    ClockPair clocks = new ClockPair(1_700_000_000_123_456_789L, Long.MAX_VALUE);

    assertEquals(Long.MAX_VALUE - 456_789, clocks.nanoTimeOf(1_700_000_000_123L));
    assertEquals(Long.MAX_VALUE + 543_211, clocks.nanoTimeOf(1_700_000_000_124L));
  }
}
