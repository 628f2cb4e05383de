package dev.plumbline.parity.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Rows;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.TableComparator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
  private static final int SCORE = 1;
  private static final int SYMBOL = 4;
  private static final List<List<Object>> ROWS = good();

  @Test
  void oneUlpIsWithinAContractOfOneUlpAndNotOfNone() {
    List<List<Object>> right = Rows.with(ROWS, 3, SCORE, Math.nextUp((double) ROWS.get(3).get(1)));

    Comparison declared = compare(right, "score=ulp:1:sums in another order");
    assertTrue(declared.equivalent());
    assertTrue(declared.withinContract());
    assertFalse(declared.exact());
    assertEquals(1, declared.difference().withinContract());
    assertFalse(compare(right).equivalent());
  }

  @Test
  void twoUlpsAreNotWithinAContractOfOne() {
    double twoUp = Math.nextUp(Math.nextUp((double) ROWS.get(3).get(1)));

    assertFalse(compare(Rows.with(ROWS, 3, SCORE, twoUp), "score=ulp:1:x").equivalent());
    assertTrue(compare(Rows.with(ROWS, 3, SCORE, twoUp), "score=ulp:2:x").equivalent());
  }

  @Test
  void aContractExcusesNoOtherColumnAndNoMissingRow() {
    List<List<Object>> right = Rows.with(ROWS, 3, SCORE, Math.nextUp((double) ROWS.get(3).get(1)));

    assertFalse(compare(Rows.with(right, 5, SYMBOL, "x"), "score=ulp:1:x").equivalent());
    assertFalse(compare(right.subList(0, 99), "score=ulp:1:x").equivalent());
  }

  @Test
  void relativeIsAPartOfTheGreater() {
    double value = (double) ROWS.get(3).get(1);

    assertTrue(
        compare(Rows.with(ROWS, 3, SCORE, value * 1.0009), "score=relative:0.001:x").equivalent());
    assertFalse(
        compare(Rows.with(ROWS, 3, SCORE, value * 1.0011), "score=relative:0.001:x").equivalent());
    assertFalse(
        compare(Rows.with(ROWS, 3, SCORE, Double.NaN), "score=relative:0.001:x").equivalent());
  }

  @Test
  void infinitiesAndNanAreWithinNoContract() {
    List<List<Object>> infinite = Rows.with(ROWS, 3, SCORE, Double.POSITIVE_INFINITY);
    List<List<Object>> nan = Rows.with(ROWS, 3, SCORE, Double.NaN);
    String most = "score=ulp:" + Long.MAX_VALUE + ":x";

    assertFalse(compare(infinite, "score=relative:0.999:x").equivalent());
    assertFalse(compare(infinite, most).equivalent());
    assertFalse(compare(nan, most).equivalent());
  }

  @Test
  void relativeIsExactForLargeIntegers() {
    Contract contract = Contract.parse("length=relative:1e-300:x");

    assertFalse(contract.allows((1L << 53) + 1, 1L << 53));
    assertTrue(contract.allows(0.0, 0.0));
  }

  @Test
  void rowsOfOneKeyArePairedByTheirOtherColumnsFirst() {
    List<List<Object>> left = Rows.with(Rows.with(ROWS, 0, 0, 7L), 1, 0, 7L);
    left = Rows.with(Rows.with(left, 0, SCORE, 1.0), 1, SCORE, Math.nextUp(1.0));
    List<List<Object>> right =
        Rows.with(Rows.with(left, 0, SCORE, Math.nextUp(1.0)), 1, SCORE, 1.0);

    assertTrue(compare(left, right, "score=ulp:1:x").withinContract());
  }

  @Test
  void aSetMayBeSpreadOverTheRowsInAnotherWay() {
    List<List<Object>> swapped = Rows.with(Rows.with(ROWS, 0, SYMBOL, "s1"), 1, SYMBOL, "s0");

    assertFalse(compare(swapped).equivalent());
    assertTrue(compare(swapped, "symbol=set:the mine does not sort them").equivalent());
    Comparison another =
        compare(Rows.with(ROWS, 0, SYMBOL, "new"), "symbol=set:the mine does not sort them");
    assertFalse(another.equivalent());
    assertEquals(List.of(), another.difference().contracts());
    assertEquals("symbol", another.difference().voided().get(0).column());
  }

  @Test
  void aContractThatWasNotNeededChangesNothing() {
    Comparison comparison = compare(ROWS, "score=ulp:1:x");

    assertTrue(comparison.exact());
    assertFalse(comparison.withinContract());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "score",
        "score=",
        "score=ulp",
        "score=ulp:1",
        "score=ulp:1:",
        "score=ulp:x:y",
        "score=ulp:0:y",
        "score=relative:2:y",
        "score=relative:NaN:y",
        "score=set: ",
        "=ulp:1:x",
        "score=about:1:x"
      })
  void refusesWhatIsNoContract(String text) {
    assertThrows(IllegalArgumentException.class, () -> Contract.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id=ulp:1:x", "symbol=relative:0.1:x", "added=ulp:1:x", "none=set:x"})
  void refusesAContractThatDoesNotFitItsColumn(String text) {
    assertThrows(IllegalArgumentException.class, () -> compare(ROWS, text));
  }

  @Test
  void distancesAreCountedAcrossZeroAndNeverOverflow() {
    assertEquals(2, Ulp.distance(-Double.MIN_VALUE, Double.MIN_VALUE));
    assertEquals(0, Ulp.distance(0.0, -0.0));
    assertEquals(1, Ulp.distance(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
    assertEquals(Long.MAX_VALUE, Ulp.distance(Double.NaN, 1));
    assertEquals(Long.MAX_VALUE, Ulp.distance(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  private static Comparison compare(List<List<Object>> right, String... contracts) {
    return compare(ROWS, right, contracts);
  }

  private static Comparison compare(
      List<List<Object>> left, List<List<Object>> right, String... contracts) {
    CompareSpec spec =
        new CompareSpec(
            List.of("id"),
            SampleSpec.defaults(),
            false,
            Arrays.stream(contracts).map(Contract::parse).toList(),
            10,
            1L << 28,
            rows -> {});
    return new TableComparator(spec)
        .compare(Rows.table(Rows.SCHEMA, left), Rows.table(Rows.SCHEMA, right));
  }

  private static List<List<Object>> good() {
    List<List<Object>> rows = new ArrayList<>(Rows.random(7, 100));
    for (int i = 0; i < rows.size(); i++) {
      rows = Rows.with(rows, i, SCORE, 0.1 + i / 3.0);
      rows = Rows.with(rows, i, SYMBOL, "s" + i);
    }
    return rows;
  }
}
