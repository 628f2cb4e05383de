package dev.plumbline.runners.mine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonWritingTest {

  @Test
  void escapesWhatTheServiceEscapes() {
    assertEquals("\"\\t\\n\\r\\b\\f\\\"\\\\\"", written("\t\n\r\b\f\"\\"));
    assertEquals("\"a/b <\\/i> <\\/\"", written("a/b </i> </"));
    assertEquals("\"\\u0001\\u0085\u00a0\"", written("\u0001\u0085\u00a0"));
    assertEquals("\"\\u2028\\u2032\\u20ff\"", written("\u2028\u2032\u20ff"));
    assertEquals("\"\u007f é 遺 \uD83C\uDF31 \u2100\"", written("\u007f é 遺 \uD83C\uDF31 \u2100"));
  }

  @Test
  void dropsTrailingZerosUnlessThereIsAnExponent() {
    assertEquals("1", JsonNumbers.text(1.0));
    assertEquals("2.5", JsonNumbers.text(2.50));
    assertEquals("-0", JsonNumbers.text(-0.0));
    assertEquals("1.0E-5", JsonNumbers.text(1.0E-5));
    assertEquals("1.0E20", JsonNumbers.text(1e20));
    assertEquals("1.23456789012E11", JsonNumbers.text(123456789012.0));
    assertEquals("3.14", JsonNumbers.text(new BigDecimal("3.1400")));
    assertEquals("100", JsonNumbers.text(100));
  }

  private static String written(String text) {
    ByteSink out = new ByteSink(1);
    JsonText.write(text, out);
    return out.toString();
  }
}
