package dev.plumbline.transforms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and decimals; the other forms are held to by the readers' tests. */
class CellTextTest {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1970-01-01 00:00, 0",
    "1970-01-02T00:00:00.000001+00, 86400000001",
    "1970-01-01T00:00:01.5+00:00, 1500000",
    "1969-12-31 23:59:59.999999, -1",
    "1970-01-02, 86400000000",
    "1970-01-01 09:00:00+09, 0",
    "1970-01-01T00:00-0330, 12600000000",
    "1970-01-01T01:00:00.5+01:00, 500000",
  })
  void timesInOthersFormsAreRead(String text, long micros) {
    assertEquals(micros, CellText.micros(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1970-01-01Z",
        "1970-01-01T24:00",
        "1970-01-01T00:60",
        "1970-13-01T00:00",
        "1970-01-01t00:00",
        "1970-01-01T00:00:00.0000001",
        "1970-01-01T00:00:00+1",
        "1970-01-01T00:00:00+19:00",
        "1970-01-01T00:00:00+01:60",
        "1970-01-01T0:00",
        " 1970-01-01T00:00",
        "+12345-01-01T00:00",
        "294247-01-10T04:00:54.775807",
        "294248-01-01T00:00",
        "-290308-12-21T00:00",
      })
  void whatIsNoTimeIsRefusedWithoutItsText(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> CellText.micros(text));

    assertEquals(
        "a text of %d characters that is no timestamp".formatted(text.length()),
        refused.getMessage());
  }

  @Test
  void timesThatReadersTakeForInfinityAreNotWritten() {
    for (long micros :
        List.of(CellText.FIRST_MICROS - 1, CellText.LAST_MICROS + 1, Long.MIN_VALUE)) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> CellText.ofMicros(micros, "updated"));

      assertTrue(refused.getMessage().contains("'updated'"), refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1e", "e1", "NaN", "1,5", " 1", "1f", "1e99999999999", "--1"})
  void whatIsNoDecimalIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> CellText.decimal(text));
  }

  @Test
  void decimalsInOthersFormsAreRead() {
    assertEquals(new BigDecimal("0.5"), CellText.decimal(".5"));
    assertEquals(new BigDecimal("5"), CellText.decimal("+5."));
    assertEquals(new BigDecimal("1E+3"), CellText.decimal("1e3"));
  }
}
