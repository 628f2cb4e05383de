package dev.plumbline.transforms.fuzz;

import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Random cells, nasty ones among them, each as a token of JSON and as the value it stands for. */
final class CellSeeds {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final int DAYS = 3_652_059;
  private static final String[][] TEXTS = {
    {"", ""},
    {"AT1G01010", "AT1G01010"},
    {"null", "null"},
    {"],[", "],["},
    {"\\\"wasSuccessful\\\":false}", "\"wasSuccessful\":false}"},
    {"\\u003cb\\u003E<\\/b>", "<b></b>"},
    {"\\\\", "\\"},
    {"\\t\\n\\r\\b\\f", "\t\n\r\b\f"},
    {"\\u0000\\u001f\\u0080\\u2028", "\u0000\u001f\u0080\u2028"},
    {"ü", "ü"},
    {"\u07ff\u0800", "\u07ff\u0800"},
    {"漢\uffff\ufeff", "漢\uffff\ufeff"},
    {"\uD83C\uDF3E", "\uD83C\uDF3E"},
    {"\uDBFF\uDFFF", "\uDBFF\uDFFF"},
    {"\\ud83c\\uDF3E", "\uD83C\uDF3E"},
    {"\u007f", "\u007f"},
    {"kinase activity of unknown kind", "kinase activity of unknown kind"}
  };
  private static final double[] DOUBLES = {
    0,
    -0.0,
    1,
    0.1,
    1e-5,
    1e20,
    1.23456789012e11,
    9007199254740994.0,
    1e22,
    9.999999999999999e22,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Math.PI
  };

  private CellSeeds() {}

  /** A cell: its token, and the value that it stands for. */
  record Cell(String token, Object value) {}

  static Cell random(ViewColumn view, SplittableRandom random) {
    if (random.nextInt(6) == 0) {
      return new Cell("null", null);
    }
    return switch (view.column().type()) {
      case STRING ->
          view.mineType().equals("java.math.BigDecimal") ? decimal(random) : text(random);
      case INT64 -> integer(random);
      case DOUBLE -> real(random);
      case BOOLEAN -> random.nextBoolean() ? new Cell("true", true) : new Cell("false", false);
      case DATE -> day(random);
      case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(view.column().type());
    };
  }

  private static Cell text(SplittableRandom random) {
    StringBuilder token = new StringBuilder("\"");
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      String[] piece = TEXTS[random.nextInt(TEXTS.length)];
      token.append(piece[0]);
      value.append(piece[1]);
    }
    return new Cell(token.append('"').toString(), value.toString());
  }

  private static Cell integer(SplittableRandom random) {
    long value = random.nextLong() >> random.nextInt(64);
    String plain = Long.toString(value);
    return switch (random.nextInt(8)) {
      case 0 -> new Cell(plain + ".0", value);
      case 1 -> new Cell(plain + ".000E0", value);
      case 2 -> new Cell(value == 0 ? "0e-1" : plain + "0e-1", value);
      case 3 -> new Cell((value % 1000) + "E+3", value % 1000 * 1000);
      case 4 -> new Cell("-0", 0L);
      default -> new Cell(plain, value);
    };
  }

  private static Cell real(SplittableRandom random) {
    double value =
        switch (random.nextInt(3)) {
          case 0 -> DOUBLES[random.nextInt(DOUBLES.length)];
          case 1 -> random.nextInt(-10_000, 10_000) / 64.0;
          default -> finite(Double.longBitsToDouble(random.nextLong()));
        };
    String token = Double.toString(value);
    return switch (random.nextInt(4)) {
      case 0 -> new Cell(new BigDecimal(token).toPlainString(), value + 0.0);
      case 1 -> new Cell(token.replace('E', 'e'), value);
      // As a mine writes them: 1.0 as 1, and minus zero as -0.
      case 2 ->
          new Cell(token.endsWith(".0") ? token.substring(0, token.length() - 2) : token, value);
      default -> new Cell(token, value);
    };
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 1.5;
  }

  private static Cell decimal(SplittableRandom random) {
    BigInteger digits = BigInteger.valueOf(random.nextLong()).pow(random.nextInt(1, 4));
    String token = new BigDecimal(digits, random.nextInt(-5, 60)).toString();
    return new Cell(random.nextInt(8) == 0 ? '"' + token + '"' : token, token);
  }

  private static Cell day(SplittableRandom random) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    return new Cell('"' + day.toString() + '"', day);
  }
}
