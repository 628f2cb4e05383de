package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples that expression was measured in; the oldest is from a herbarium. */
final class ExpressionSampleTable {

  static final int ROWS = 24;

  private static final int FIRST_ID = 3_301;
  private static final int NOT_DATED = 5;
  private static final LocalDate OLDEST = LocalDate.of(1899, 12, 31);
  private static final String[] TISSUES = {
    "root", "leaf", "flower", "silique", "seedling, 7 d", "étamine", "0.5 h\tcold", "\uD83C\uDF31"
  };

  private ExpressionSampleTable() {}

  static Table build(Relations relations) {
    long seed = relations.seed();
    Members values = relations.expression().childrenOfChoice();
    return new Table(
        "ExpressionSample",
        ROWS,
        FIRST_ID,
        Map.of(
            "name", row -> TISSUES[(int) row % TISSUES.length] + " #" + (row + 1),
            "description", row -> Prose.description(new Draw(seed, 460, row), 20),
            "number", row -> (int) row + 1,
            "collected", ExpressionSampleTable::collected),
        Map.of("expressionValues", new ToMany("ExpressionValue", values)));
  }

  private static @Nullable Object collected(long row) {
    return row == NOT_DATED ? null : OLDEST.plusDays(1_999 * row);
  }
}
