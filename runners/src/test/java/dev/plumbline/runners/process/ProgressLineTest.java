package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

final class ProgressLineTest {

  @Test
  void takesStepsFromManyThreadsWithoutTerminal() {
    assertDoesNotThrow(
        () -> {
          try (ProgressLine progress = ProgressLine.start("export", 1_000)) {
            java.util.stream.IntStream.range(0, 100).parallel().forEach(i -> progress.step(10));
          }
        });
  }
}
