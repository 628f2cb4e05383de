package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MineTargetsTest {

  @Test
  void everyTargetHasWhatRunNeeds() {
    for (MineTarget target : MineTargets.all()) {
      assertTrue(target.workers() >= 1 && target.workers() <= 64, target.name());
      assertEquals(target.queryViews(), QueryPaths.views(target.queryRoot(), target.queryViews()));
      if (target.name().equals(MineTargets.LOCAL)) {
        assertNull(target.endpoint());
      } else {
        assertNotNull(ServiceRootOption.parse("endpoint", String.valueOf(target.endpoint())));
        assertNotNull(
            ServiceRootOption.parse("fallback", String.valueOf(target.fallbackEndpoint())));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "local, 7",
    "legumemine, 7",
    "maizemine, 7",
    "thalemine, 7",
    "oakmine, 7",
    "wheatmine, 9"
  })
  void targetIsThereWithItsColumns(String name, int views) {
    assertEquals(views, MineTargets.named(name).queryViews().size());
  }

  @Test
  void namesAreThoseOfTheOriginalSuite() {
    assertEquals(
        List.of("local", "legumemine", "maizemine", "thalemine", "oakmine", "wheatmine"),
        MineTargets.all().stream().map(MineTarget::name).toList());
  }
}
