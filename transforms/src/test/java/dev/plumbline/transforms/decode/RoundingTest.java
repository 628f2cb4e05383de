package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundingTest {
  private static final int SEED = 1;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final ExportSchema SCHEMA =
      new ExportSchema(
          List.of(
              new ViewColumn("Gene.x", "java.lang.Double", new Column("x", ColumnType.DOUBLE))));

  private final PageDecoder decoder = new PageDecoder(DecodeJudge.MINE, SCHEMA);

  @Test
  void aNumberBecomesTheNearestDouble() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      assertNearest(token(random));
    }
  }

  /** By exact arithmetic, without any other reader of numbers. */
  private void assertNearest(String token) {
    BigDecimal exact = new BigDecimal(token);
    double value = decode(token);
    boolean even = (Double.doubleToRawLongBits(value) & 1) == 0;
    int below = exact.compareTo(middle(value, Math.nextDown(value)));
    int above = exact.compareTo(middle(value, Math.nextUp(value)));
    assertTrue(
        even ? below >= 0 && above <= 0 : below > 0 && above < 0,
        token + " became " + value + ", seed " + SEED);
  }

  private static BigDecimal middle(double one, double two) {
    return new BigDecimal(one).add(new BigDecimal(two)).multiply(HALF);
  }

  private static String token(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    double finite = Math.abs(value) < 1e300 ? value : random.nextLong();
    return switch (random.nextInt(4)) {
      case 0 -> middle(finite, Math.nextUp(finite)).toString();
      case 1 -> middle((double) random.nextLong(), (double) random.nextLong()).toString();
      case 2 ->
          random.nextLong() + "" + random.nextLong(1L << 60) + "E" + random.nextInt(-340, 260);
      default -> random.nextInt() + "." + random.nextLong(1L << 60);
    };
  }

  private double decode(String token) {
    String body = "{\"results\":[[%s]],\"wasSuccessful\":true}".formatted(token);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    FetchedPage page = new FetchedPage(new PageRequest(7, 4_000, 1), 0, bytes.length, bytes);
    return (Double) RowList.of(SCHEMA.table(), decoder.decode(page)).get(0).get(0);
  }
}
