package dev.plumbline.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDigestTest {
  private static final PageDigest ONE = page(1, 3, "abc");
  private static final PageDigest TWO = page(2, 4, "abcd");
  private static final PageDigest BOTH = ONE.plus(TWO);

  @Test
  void addsUpInAnyOrder() {
    assertEquals(BOTH, TWO.plus(ONE));
    assertEquals(BOTH, PageDigest.NONE.plus(BOTH));
    assertEquals(2, BOTH.pages());
    assertEquals(7, BOTH.rows());
  }

  @Test
  void tellsPagesThatWereLostDoubledMovedOrChanged() {
    for (PageDigest other :
        List.of(
            ONE,
            BOTH.plus(TWO),
            TWO.plus(TWO),
            ONE.plus(page(3, 4, "abcd")),
            ONE.plus(page(2, 5, "abcd")),
            ONE.plus(page(2, 4, "abce")),
            ONE.plus(page(2, 4, "abcd\0")))) {
      assertNotEquals(BOTH, other);
    }
  }

  /** Sums modulo a power of two keep how often a page came. */
  @Test
  void aPageThatCameManyTimesIsNotNoPage() {
    PageDigest sum = PageDigest.NONE;
    for (int i = 0; i < 256; i++) {
      sum = sum.plus(ONE);
    }
    assertEquals(256, sum.pages());
    assertNotEquals(new Hash128(0, 0), sum.content());
  }

  @Test
  void isReadFromItsText() {
    assertEquals(BOTH, PageDigest.parse(BOTH.text()));
    assertEquals(PageDigest.NONE, PageDigest.parse(PageDigest.NONE.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1 2 abc", "x 2 00000000000000000000000000000000"})
  void rejectsOtherTexts(String text) {
    assertThrows(IllegalArgumentException.class, () -> PageDigest.parse(text));
  }

  private static PageDigest page(long number, long rows, String data) {
    return PageDigest.of(number, rows, data.getBytes(StandardCharsets.UTF_8));
  }
}
