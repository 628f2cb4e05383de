package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.run.FaultyExport.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fault by fault and try by try: what comes out is the mine's own content, or an error that names
 * the mine, the page and, where there is one, the row. Every request is counted.
 */
@Timeout(120)
class FaultMatrixTest {
  private static final int STRUCK = 200;

  @TempDir Path directory;

  /** The fault may pass: a page is asked for again, and the good answer replaces the bad one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unavailable | status 503 with an HTML page",
        "unavailable(retry-after=0) | status 503 with an HTML page",
        "html | status 200 with an HTML page",
        "html(status=500) | status 500 with an HTML page",
        "html(status=429) | status 429 with an HTML page",
        "cut(bytes=0) | the answer broke off after 0 bytes, in row 0 of the page",
        "cut(bytes=60) | the answer broke off after 60 bytes",
        "cut | the answer broke off after",
        "cut(fraction=1) | the answer broke off after",
        "failed-trailer(rows=0) | ends in a trailer that says it failed",
        "failed-trailer(rows=20) | ends in a trailer that says it failed",
        "failed-trailer(rows=all) | ends in a trailer that says it failed",
        "reset | the page at offset 200",
        "reset(bytes=500) | the page at offset 200",
        "stall(bytes=0) | timeout",
        "stall(bytes=400) | timeout",
        "drip(bytes=1, each=20ms) | timeout",
      })
  void isCuredByAskingAgainOrNamed(String fault, String message) throws Exception {
    Outcome once = export(with(fault, "attempts=1"), 1);
    assertFails(once, message, 1);

    Outcome cured = export(with(fault, "attempts=1"), 3);
    assertEquals("", cured.message());
    assertEquals(FaultyExport.ROWS, cured.rightRows(), "rows as the mine holds them");
    assertEquals(2, cured.requests(STRUCK));
    assertEquals(FaultyExport.PAGES + 1, cured.pageRequests());

    Outcome always = export(with(fault, "after=0"), 2);
    assertFails(always, message, 2);
    assertTrue(always.message().contains("(after 2 tries)"), always.message());
  }

  /** The same request will meet it again: it is asked once, whatever the tries. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redirect | a redirect to http://127.0.0.1:1/elsewhere/service/query/results",
        "token-expiry | status 401: This token has expired",
        "token-expiry(after=2, start=-1) | status 401: This token has expired",
        "html(status=404) | status 404 with an HTML page",
        "html(status=403) | status 403 with an HTML page",
        "endless | more than 1,048,576 bytes, the limit",
        "huge-line(bytes=2MiB) | more than 1,048,576 bytes, the limit",
        "gzip-bomb(size=64MiB) | the limit",
        "short-page(rows=1) | row 99 of the page: 99 rows came, expected 100",
        "short-page(rows=100) | row 0 of the page: 0 rows came, expected 100",
        "trailing-comma | row 100 of the page",
        "null-row(row=7) | row 7 of the page: a row is VALUE_NULL, expected an array",
        "wrong-width(row=7) | row 7 of the page: the row has 3 cells, expected 4",
        "wrong-width(row=7, cells=1) | row 7 of the page: the row has more than 4 cells",
        "bad-utf8(row=7) | row 7 of the page: the body is no UTF-8",
        "lone-surrogate(row=7) | row 7 of the page",
      })
  void isNamedAtOnce(String fault, String message) throws Exception {
    for (int tries : List.of(1, 3)) {
      Outcome outcome = export(fault.contains("start=") ? fault : with(fault, "after=0"), tries);
      assertNames(outcome, message);
      assertTrue(outcome.requests(STRUCK) <= 1, "asked once");
    }
  }

  /** A whole page of wrong rows: nothing but the mine's own data can tell, and does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duplicate-rows(rows=3) | row 97 of the page at offset 200",
        "missing-rows(rows=3) | row 0 of the page at offset 200",
        "changed-data(row=7) | row 7 of the page at offset 200",
      })
  void isFoundByTheProof(String fault, String place) throws Exception {
    Outcome outcome = export(with(fault, "after=0"), 3);

    assertTrue(outcome.message().contains("parity: "), outcome.message());
    assertTrue(outcome.message().contains(place), outcome.message());
    assertTrue(outcome.message().contains(outcome.mine()), outcome.message());
    assertEquals(0, outcome.rightRows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latency(by=1ms, to=20ms)",
        "row-latency(each=20us)",
        "unavailable(p=0.2)",
        "cut(p=0.2); latency(by=5ms)",
        "failed-trailer(rows=50, p=0.2); html(status=502, every=3, attempts=1)",
        "unavailable(on=count, attempts=1)",
        "unavailable(on=model, attempts=2)",
        "unavailable(on=version, attempts=1)",
      })
  void doesNotChangeWhatComesOut(String faults) throws Exception {
    Outcome outcome = export(faults, 9);

    assertEquals("", outcome.message());
    assertEquals(FaultyExport.ROWS, outcome.rightRows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong-count(delta=-5) | counts 595 rows for this query, but did not answer that there are none",
        "wrong-count(delta=7) | page at offset 600, row 0 of the page: 0 rows came, expected 7",
        "html(on=model) | /model answered status 200 with an HTML page",
        "html(on=version) | /version/ws answered status 200 with an HTML page",
        "missing-rows(rows=3, start=500) | row 97 of the page: 97 rows came, expected 100",
      })
  void isNamedWhereItConcernsTheWholeExport(String fault, String message) throws Exception {
    assertNames(export(fault, 2), message);
  }

  @Test
  void tooFewConnectionsEndInTheRightRowsOrInAnErrorThatNamesTheMine() throws Exception {
    Outcome outcome = export("connections(limit=1)", 3);

    assertTrue(
        outcome.rightRows() == FaultyExport.ROWS || outcome.message().contains(outcome.mine()),
        outcome.message());
    assertTrue(outcome.log().refusedConnections() > 0, "the limit has struck");
  }

  private Outcome export(String faults, int tries) throws Exception {
    return FaultyExport.run(directory, faults, tries);
  }

  private static void assertFails(Outcome outcome, String message, int requests) {
    assertNames(outcome, message);
    assertEquals(requests, outcome.requests(STRUCK));
  }

  private static void assertNames(Outcome outcome, String message) {
    assertTrue(outcome.message().contains(message), outcome.message());
    assertTrue(outcome.message().contains(outcome.mine()), outcome.message());
    assertEquals(0, outcome.rightRows());
    boolean page = !message.startsWith("/") && !message.startsWith("counts");
    assertTrue(!page || outcome.message().contains("offset "), outcome.message());
  }

  /** The fault, on the page that begins at row 200. */
  private static String with(String fault, String when) {
    String struck = "start=" + STRUCK + ", " + when + ")";
    return fault.endsWith(")") ? fault.replaceFirst("\\)$", ", " + struck) : fault + "(" + struck;
  }
}
