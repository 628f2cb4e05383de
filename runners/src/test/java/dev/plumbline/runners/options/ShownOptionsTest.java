package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mine that is not ours: what it is asked is shown as a hash. */
final class ShownOptionsTest {
  private static final WorkflowOptions FOREIGN = SomeOptions.of("flymine", "results");
  private static final String HASH = "sha256:[0-9a-f]{64}";

  @Test
  void theQueryIsHidden() {
    JsonNode shown = ShownOptions.of(FOREIGN);

    assertTrue(shown.get("query_root").asText().matches(HASH), shown::toString);
    assertTrue(shown.get("query_views").get(0).asText().matches(HASH), shown::toString);
    assertEquals(1, shown.get("query_joins").size());
    assertEquals("flymine", shown.get("target").asText());
  }

  @Test
  void theQueryIsHiddenInTheCommandHoweverItIsWritten() {
    List<String> shown =
        ShownOptions.hidden(
            List.of("engines", "--query-views", "Gene.symbol", "--query-root=Gene", "--blocks=2"));

    assertEquals(List.of("engines", "--query-views"), shown.subList(0, 2));
    assertTrue(shown.get(2).matches(HASH), shown::toString);
    assertTrue(shown.get(3).matches("--query-root=" + HASH), shown::toString);
    assertEquals("--blocks=2", shown.get(4));
  }

  @Test
  void ofKindsOfQueriesOnlyTheirNamesAreShown() {
    QueryKind kind = new QueryKind("simple", "Gene", List.of("Gene.symbol"), List.of());
    JsonNode shown = ShownOptions.kinds(List.of(kind), FOREIGN).get(0);

    assertEquals("simple", shown.get("name").asText());
    assertTrue(shown.get("root").asText().matches(HASH), shown::toString);
    assertTrue(shown.get("views").get(0).asText().matches(HASH), shown::toString);
  }
}
