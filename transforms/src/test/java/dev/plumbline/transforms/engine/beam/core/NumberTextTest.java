package dev.plumbline.transforms.engine.beam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.transforms.analytics.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NumberTextTest {
  private static final long SEED = 4711;
  private static final Pattern NUMBER = Pattern.compile(Score.NUMBER);
  private static final List<String> PIECES =
      List.of("+", "-", "0", "7", "12", "900719925474099", ".", "e", "E", "308", " ", "a", "٣");

  @Test
  void takesWhatTheExpressionTakesAndReadsItAsJavaDoes() {
    Random random = new Random(SEED);
    int numbers = 0;
    for (int i = 0; i < 400_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(7); piece > 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      numbers += assertReadAsJavaDoes(text.toString());
    }
    assertEquals(true, numbers > 20_000, numbers + " numbers among them");
  }

  @Test
  void plainNumbersOfAnyLengthAreTheNearestDouble() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      String digits = Long.toString(random.nextLong() >>> random.nextInt(64));
      int point = random.nextInt(digits.length());
      assertReadAsJavaDoes("-" + digits);
      assertReadAsJavaDoes("0." + digits);
      assertReadAsJavaDoes("0" + digits.substring(0, point) + "." + digits.substring(point));
    }
  }

  @Test
  void readsOnlyItsOwnBytes() {
    byte[] text = "912.5e3x".getBytes(StandardCharsets.US_ASCII);

    assertEquals(12.5, NumberText.parse(text, 1, 4));
    assertEquals(12.5e3, NumberText.parse(text, 1, 6));
    assertEquals(Double.NaN, NumberText.parse(text, 1, 5));
    assertEquals(Double.NaN, NumberText.parse(text, 1, 0));
  }

  /** Returns 1 if it is a number, or 0. */
  private static int assertReadAsJavaDoes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean number = NUMBER.matcher(text).matches();
    double expected = number ? Double.parseDouble(text) : NumberText.NONE;
    double parsed = NumberText.parse(utf8, 0, utf8.length);
    assertEquals(
        Double.doubleToRawLongBits(expected),
        Double.doubleToRawLongBits(parsed),
        () -> "'%s', seed %d".formatted(text, SEED));
    return number ? 1 : 0;
  }
}
