package dev.plumbline.transforms.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** What is put into bodies: odd tokens, odd bytes, and now and then something huge. */
final class Snippets {
  private static final int MOST = 100_000;

  /** One character for each byte, so that bytes that are no UTF-8 can stand here. */
  private static final String[] SNIPPETS = {
    "null",
    "true",
    "false",
    "True",
    "NaN",
    "Infinity",
    "-Infinity",
    "nul",
    "nullnull",
    "truefalse",
    "1e999",
    "-1e999",
    "1e-999",
    "-0",
    "0",
    "00",
    "01",
    "-",
    "+1",
    ".5",
    "5.",
    "5.e1",
    "1e",
    "1e+",
    "1E400",
    "0e99999999999",
    "1e99999999999",
    "1e-99999999999",
    "1e2147483647",
    "1e-2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9007199254740993",
    "0.1000000000000000055511151231257827",
    "179769313486231580793e289",
    "2.4703282292062327208e-324",
    "2.4703282292062328e-324",
    "0x10",
    "1_000",
    "1d",
    "1f",
    "[]",
    "{}",
    "[[",
    "]]",
    "]",
    "[",
    "{",
    "}",
    ",",
    ",,",
    ":",
    "\"",
    "\"\"",
    "'a'",
    "/**/",
    "//\n",
    "#\n",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\ud83c\\udf3e\"",
    "\\ud800",
    "\\udf3e",
    "\\u00",
    "\\x",
    "\\u000g",
    "\\",
    "\\\"",
    "\\'",
    "\"\\u0022\"",
    "\"a\nb\"",
    "\"results\"",
    "\"\\u0072esults\"",
    "\"2026-02-29\"",
    "\"2024-02-29\"",
    "\"0000-01-01\"",
    "\"+12026-01-01\"",
    "\"-0001-01-01\"",
    "\"2026-1-1\"",
    "\"2026-01-02T00:00:00\"",
    "\"1e5\"",
    "\"+5\"",
    "\"3.14\"",
    "\"abc\"",
    "\" 1\"",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\f",
    "\u000b",
    "\0",
    "\u0001",
    "\u007f",
    "\u001e",
    "\u00a0",
    "\u00c2\u00a0",
    "\u00e2\u0080\u0083",
    "\u00e2\u0080\u00a8",
    "\u00ef\u00bb\u00bf",
    "\u00fe\u00ff",
    "\u00ff",
    "\u00c0\u0080",
    "\u00c1\u00bf",
    "\u00c0\u00af",
    "\u00e0\u0080\u0080",
    "\u00e0\u009f\u00bf",
    "\u00ed\u00a0\u0080",
    "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080",
    "\u00f0\u0080\u0080\u0080",
    "\u00f0\u008f\u00bf\u00bf",
    "\u00f4\u0090\u0080\u0080",
    "\u00f5\u0080\u0080\u0080",
    "\u00f7\u00bf\u00bf\u00bf",
    "\u00f8\u0088\u0080\u0080\u0080",
    "\u0080",
    "\u00c3",
    "\u00e6\u00bc",
    "\u00f0\u009f\u008c",
    "\u00f0\u009f\u008c\u00be",
    "\u00c3\u00bc"
  };

  private static final String[] REPEATED = {
    "[", "{\"a\":", "9", "]", " ", "0", "1.", "a", "\\u0000", ",1"
  };

  private Snippets() {}

  static byte[] random(SplittableRandom random) {
    if (random.nextInt(1000) == 0) {
      return latin(huge(random));
    }
    return latin(SNIPPETS[random.nextInt(SNIPPETS.length)]);
  }

  private static String huge(SplittableRandom random) {
    String unit = REPEATED[random.nextInt(REPEATED.length)];
    int times = random.nextInt(1 << random.nextInt(18)) % MOST + 1;
    return random.nextBoolean() ? unit.repeat(times) : '"' + unit.repeat(times) + '"';
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
