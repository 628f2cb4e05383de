package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How strongly genes are expressed, gene by gene: most were never measured, some in all samples.
 */
final class ExpressionValueTable {

  private ExpressionValueTable() {}

  static Table build(Relations relations, int firstId) {
    long seed = relations.seed();
    Association values = relations.expression();
    return new Table(
        "ExpressionValue",
        values.fanout().childRows(),
        firstId,
        Map.of(
            "value", row -> value(new Draw(seed, 480, row)),
            "logRatio", row -> logRatio(new Draw(seed, 481, row))),
        Map.of(
            "feature", new ToOne("Gene", values.fanout()::parent, true),
            "sample", new ToOne("ExpressionSample", values::choice, true)));
  }

  /** Mostly small, rarely large. */
  private static @Nullable Object value(Draw draw) {
    int luck = draw.below(100);
    if (luck < 3) {
      return null;
    }
    // Math may differ in the last digit from one machine to another
    return luck < 8 ? OddNumbers.ofDoubles(draw) : (Double) StrictMath.expm1(9 * draw.unit());
  }

  private static @Nullable Object logRatio(Draw draw) {
    int luck = draw.below(100);
    if (luck < 5) {
      return null;
    }
    return luck < 10 ? OddNumbers.ofFloats(draw) : (Float) ((draw.below(16_000) - 8_000) / 1_000f);
  }
}
