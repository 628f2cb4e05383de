package dev.plumbline.transforms.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.Bytes;
import dev.plumbline.transforms.fuzz.FuzzBudget;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer finds what is wrong with decoders that are known to be wrong. */
class PlantedBugTest {
  private static final int BODIES = 5_000;

  /** A decoder that is wrong in one way, around the right one. */
  private interface Bug {
    PackedPage decode(Function<FetchedPage, PackedPage> right, FetchedPage page);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void aPlantedBugIsFound(String what, Bug bug, String expected) {
    DecodeFuzzer fuzzer =
        new DecodeFuzzer(
            schema -> {
              PageDecoder right = new PageDecoder(DecodeJudge.MINE, schema);
              return page -> bug.decode(right::decode, page);
            });
    FuzzBudget budget = FuzzBudget.of(BODIES);

    Optional<String> found = fuzzer.run(budget);

    assertTrue(found.isPresent(), budget + ": nothing found");
    assertTrue(found.get().contains(expected), found.get());
    assertTrue(found.get().contains("body "), found.get());
  }

  static List<Arguments> bugs() {
    return List.of(
        bug(
            "takes a comma before the bracket",
            (right, page) -> right.apply(edited(page, ",]", "]")),
            "accepted what is no page"),
        bug(
            "takes a failure for a success",
            (right, page) ->
                right.apply(edited(page, "\"wasSuccessful\":false", "\"wasSuccessful\":true")),
            "accepted what is no page"),
        bug(
            "takes any bytes for text",
            (right, page) -> right.apply(repaired(page)),
            "accepted what is no page: no UTF-8"),
        bug(
            "takes what was not asked for",
            (right, page) -> right.apply(edited(page, "NaN", "null")),
            "accepted what is no page"),
        bug(
            "loses the sign of zero",
            (right, page) -> right.apply(edited(page, ",-0,", ",0,")),
            "other rows than the oracle's"),
        bug("loses a bit", PlantedBugTest::flipped, "other rows than the oracle's"),
        bug("tells a cell", PlantedBugTest::telling, "tells a cell"),
        bug("refuses small numbers", PlantedBugTest::refusing, "refused what is a page"),
        bug("throws what it meets", PlantedBugTest::throwing, "threw java.lang.NumberFormat"));
  }

  private static PackedPage flipped(Function<FetchedPage, PackedPage> right, FetchedPage page) {
    PackedPage decoded = right.apply(page);
    int length = decoded.data().length;
    if (length % 100 == 99) {
      decoded.data()[length - 1] ^= 1;
    }
    return decoded;
  }

  private static PackedPage telling(Function<FetchedPage, PackedPage> right, FetchedPage page) {
    try {
      return right.apply(page);
    } catch (PageException e) {
      String body = Bytes.latin(page.body());
      throw new PageException(
          e.getMessage() + (body.contains("kinase") ? " kinase activity of unknown kind" : ""));
    }
  }

  private static PackedPage refusing(Function<FetchedPage, PackedPage> right, FetchedPage page) {
    if (Bytes.latin(page.body()).contains("E-3")) {
      throw new PageException(
          DecodeJudge.MINE + ": page at offset 4000, row 0 of the page: a number is too small");
    }
    return right.apply(page);
  }

  private static PackedPage throwing(Function<FetchedPage, PackedPage> right, FetchedPage page) {
    if (Bytes.latin(page.body()).contains("1e999")) {
      throw new NumberFormatException("1e999");
    }
    return right.apply(page);
  }

  private static FetchedPage edited(FetchedPage page, String text, String by) {
    return with(page, Bytes.replace(page.body(), text, by));
  }

  private static FetchedPage repaired(FetchedPage page) {
    String text = new String(page.body(), StandardCharsets.UTF_8);
    return with(page, text.getBytes(StandardCharsets.UTF_8));
  }

  private static FetchedPage with(FetchedPage page, byte[] body) {
    return new FetchedPage(page.request(), page.retries(), page.transportBytes(), body);
  }

  private static Arguments bug(String what, Bug bug, String expected) {
    return Arguments.of(what, bug, expected);
  }
}
