package dev.plumbline.transforms.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to break the body of a page that know its form. */
public final class BodyMutations {
  private static final String SUCCESS = "\"wasSuccessful\":true";
  private static final String[] SUCCESSES = {
    "\"wasSuccessful\":false",
    "\"wasSuccessful\":\"true\"",
    "\"wasSuccessful\":null",
    "\"wasSuccessful\":1",
    "\"wasSuccessful\":{\"wasSuccessful\":true}",
    "\"wasSuccessful\":[true]",
    "\"wasSuccessful\":false,\"wasSuccessful\":true",
    "\"wasSuccessful\":true,\"wasSuccessful\":false",
    "\"wasSuccessful\":true,\"wasSuccessful\":true",
    "\"WasSuccessful\":true",
    "\"was\\u0053uccessful\":true",
    "\"wasSuccessful\" : true ",
    "\"executionSeconds\":1"
  };
  private static final String[] STATUSES = {
    "\"statusCode\":500", "\"statusCode\":\"200\"", "\"statusCode\":null", "\"statusCode\":2e2",
    "\"statusCode\":200,\"statusCode\":500", "\"statusCode\":201", "\"statusCode\":-200",
        "\"status\":5"
  };
  private static final String[] EXTRAS = {
    "\"uniqueValues\":3,",
    "\"extra\":{\"results\":[[1]],\"wasSuccessful\":true},",
    "\"extra\":[[],{},[null]],",
    "\"results\":[],",
    "\"results\":null,",
    "\"results\":[[null]],",
    "\"\":\"\",",
    "\"a\":1,\"a\":2,",
    "\"extra\":\"\\ud800\","
  };
  private static final String[] ENDS = {
    "\n",
    " \r\n\t",
    ",",
    "}",
    "]",
    "{}",
    "null",
    "\0",
    "\u001a",
    "x",
    "{\"wasSuccessful\":true}",
    "//"
  };
  private static final Charset[] CHARSETS = {
    StandardCharsets.UTF_16BE,
    StandardCharsets.UTF_16LE,
    StandardCharsets.UTF_16,
    Charset.forName("UTF-32BE"),
    Charset.forName("UTF-32LE"),
    StandardCharsets.ISO_8859_1
  };

  private BodyMutations() {}

  /** All of them. */
  public static List<Mutator.Mutation> all() {
    return List.of(
        (body, other, random) -> Bytes.replace(body, SUCCESS, pick(SUCCESSES, random)),
        (body, other, random) -> Bytes.replace(body, "\"statusCode\":200", pick(STATUSES, random)),
        BodyMutations::extra,
        BodyMutations::behind,
        BodyMutations::comma,
        BodyMutations::charset,
        BodyMutations::blank,
        BodyMutations::manyNames);
  }

  private static byte[] extra(byte[] body, byte[] other, SplittableRandom random) {
    String[] places = {"\"results\":[", "\"executionTime\"", "\"wasSuccessful\"", "\"start\""};
    String place = pick(places, random);
    return Bytes.replace(body, place, pick(EXTRAS, random) + place);
  }

  private static byte[] behind(byte[] body, byte[] other, SplittableRandom random) {
    return Bytes.replace(body, body.length, body.length, Mutator.bytes(pick(ENDS, random)));
  }

  private static byte[] comma(byte[] body, byte[] other, SplittableRandom random) {
    String text = Bytes.latin(body);
    String close = random.nextBoolean() ? "]" : random.nextBoolean() ? "}" : "\n],";
    int at = text.indexOf(close, random.nextInt(text.length() + 1));
    return at < 0
        ? body
        : Bytes.replace(body, at, at, Mutator.bytes(random.nextBoolean() ? "," : " , "));
  }

  private static byte[] charset(byte[] body, byte[] other, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return Bytes.replace(body, 0, 0, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    Charset charset = CHARSETS[random.nextInt(CHARSETS.length)];
    return new String(body, StandardCharsets.UTF_8).getBytes(charset);
  }

  private static byte[] blank(byte[] body, byte[] other, SplittableRandom random) {
    String[] blanks = {" ", "\n", "\r\n", "\t", "\f", "\0", "\u000b"};
    String[] places = {",", "[", "]", ":", "}"};
    String place = pick(places, random);
    return Bytes.replace(
        body,
        place,
        random.nextBoolean() ? place + pick(blanks, random) : pick(blanks, random) + place);
  }

  private static byte[] manyNames(byte[] body, byte[] other, SplittableRandom random) {
    if (random.nextInt(20) > 0) {
      return body;
    }
    StringBuilder names = new StringBuilder(random.nextBoolean() ? "\"extra\":[{" : "");
    String end = names.isEmpty() ? "" : "\"\":0}],";
    for (int i = random.nextInt(970, 1000); i > 0; i--) {
      names.append("\"key").append(i).append("\":").append(i).append(',');
    }
    return Bytes.replace(body, "\"executionTime\"", names + end + "\"executionTime\"");
  }

  private static String pick(String[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }
}
