package dev.plumbline.runners.mine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultSpecTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cutt | 'cutt': expected one of bad-utf8, ",
        "cut(byte=3) | cut(byte=...): expected one of after, attempt, attempts, bytes, every, fraction",
        "cut(bytes=many) | cut(bytes=many): expected a size such as 200, 64KiB or 1MiB",
        "cut(bytes) | cut: found 'bytes', expected key=value",
        "cut(bytes=3 | expected name(key=value, ...)",
        "latency(by=3) | latency(by=3): expected a duration such as 20ms, 2s or 5us",
        "html(p=1.5) | html(p=1.5): expected a number from 0 to 1",
        "html(on=lists) | html(on=lists): expected page, count, model or version",
        "html(attempt=-1) | html(attempt=-1): expected a whole number of 0 or more",
        "connections(limit=2, start=3) | connections(start=...): expected one of limit",
      })
  void saysWhatIsWrongAndWhatIsExpected(String spec, String message) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> FaultSpec.parse(spec));

    assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
  }

  @Test
  void nothingIsAMineThatBehaves() {
    assertTrue(FaultSpec.parse(" ; ").isEmpty());
    assertTrue(FaultSpec.none().isEmpty());
    assertFalse(FaultSpec.parse("connections(limit=1)").isEmpty());
  }

  @Test
  void everyFaultCanBeAskedForWithItsDefaults() {
    for (FaultHelp line : FaultSpec.help()) {
      assertFalse(FaultSpec.parse(line.name()).isEmpty(), line.name());
      assertFalse(line.effect().isBlank(), line.name());
    }
  }

  @Test
  void blanksDoNotMatter() {
    FaultSpec spec = FaultSpec.parse("  cut ( bytes = 3 , start=7 ) ;html  ");

    assertEquals(List.of("cut", "html"), spec.faults().stream().map(f -> f.name()).toList());
    assertEquals(7, spec.faults().get(0).when().start());
  }
}
