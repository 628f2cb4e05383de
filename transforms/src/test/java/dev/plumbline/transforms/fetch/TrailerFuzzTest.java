package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.BodyMutations;
import dev.plumbline.transforms.fuzz.BodySeeds;
import dev.plumbline.transforms.fuzz.Bytes;
import dev.plumbline.transforms.fuzz.FuzzBudget;
import dev.plumbline.transforms.fuzz.Mutator;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.PageRequest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrailerFuzzTest {
  private static final ServiceRoot ROOT = new ServiceRoot("http://mine.test/service");
  private static final PageRequest PAGE = new PageRequest(5, 500, 100);

  @Test
  void aBrokenBodyPassesOrIsAMineException() {
    Mutator mutator = new Mutator(BodyMutations.all());
    ExportSchema schema = BodySeeds.schemas(1).get(0);
    long refused = 0;
    FuzzBudget budget = FuzzBudget.of(20_000);
    while (budget.next()) {
      SplittableRandom random = budget.random();
      byte[] good = BodySeeds.random(schema, random).body();
      assertDoesNotThrow(() -> Trailer.check(good, ROOT, PAGE), budget::toString);
      byte[] body = mutator.mutate(good, BodySeeds.random(schema, random).body(), random);
      refused += isRefused(body, budget) ? 1 : 0;
    }
    assertTrue(refused > 0 && refused < budget.done(), refused + " refused of " + budget.done());
  }

  private static boolean isRefused(byte[] body, FuzzBudget budget) {
    try {
      Trailer.check(body, ROOT, PAGE);
      return false;
    } catch (MineException e) {
      assertTrue(e.getMessage().contains("the page at offset 500 "), e.getMessage());
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(budget + ": " + Bytes.latin(body), e);
    }
  }
}
