package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailerTest {
  private static final ServiceRoot ROOT = new ServiceRoot("http://mine.test/service");
  private static final String GOOD =
      "{\"results\":[\n[\"a ] b\"]\n],\"executionTime\":\"x\",\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}";

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\n"})
  void aGoodTrailerPassesWhateverBlanksFollow(String blanks) {
    assertDoesNotThrow(() -> check(GOOD + blanks));
  }

  @Test
  void aGoodTrailerPassesWithBlanksWithin() {
    assertDoesNotThrow(
        () -> check("{\"results\":[],\n \"wasSuccessful\" : true ,\n \"statusCode\" : 200\n}"));
  }

  @Test
  void everyCutIsFoundAndWorthAnotherTry() {
    for (int length = 0; length < GOOD.length(); length++) {
      String cut = GOOD.substring(0, length);
      MineException failed = assertThrows(MineException.class, () -> check(cut), length + " bytes");
      assertTrue(failed.retryable(), length + " bytes");
      assertTrue(
          failed.getMessage().startsWith("http://mine.test/service: the page at offset 500 is cut"),
          failed.getMessage());
    }
  }

  @Test
  void aBracketInTheErrorTextMakesNoCutOfAFailure() {
    String body =
        "{\"results\":[\n],\"wasSuccessful\":false,\"error\":\"bad [x] here\",\"statusCode\":400}";

    MineException failed = assertThrows(MineException.class, () -> check(body));

    assertTrue(failed.getMessage().contains("status 400"), failed.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"500, true", "503, true", "400, false", "404, false"})
  void aFailedTrailerIsWorthAnotherTryByItsStatus(int status, boolean retryable) {
    MineException failed =
        assertThrows(
            MineException.class,
            () ->
                check(
                    "{\"results\":[\n[1],\n],\"wasSuccessful\":false,\"error\":\"x\",\"statusCode\":"
                        + status
                        + "}"));

    assertEquals(retryable, failed.retryable());
    assertTrue(failed.getMessage().contains("offset 500"), failed.getMessage());
    assertTrue(failed.getMessage().contains("status " + status), failed.getMessage());
  }

  @Test
  void aTrailerIsNotFoundInsideACell() {
    String body =
        "{\"results\":[\n[\"],\\\"wasSuccessful\\\":true,\\\"statusCode\\\":200}\"],\n[\"}";

    assertThrows(MineException.class, () -> check(body));
  }

  private static void check(String body) {
    Trailer.check(body.getBytes(StandardCharsets.UTF_8), ROOT, new PageRequest(5, 500, 100));
  }
}
