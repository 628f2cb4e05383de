package dev.plumbline.runners.mine.data;

import org.jspecify.annotations.Nullable;

/** Text as curators write it, with what they paste into it. */
final class Prose {

  private static final String[] WORDS = {
    "protein",
    "kinase",
    "transcription",
    "factor",
    "binding",
    "putative",
    "domain",
    "family",
    "receptor",
    "membrane",
    "chloroplast",
    "response",
    "to",
    "of",
    "and",
    "the",
    "in",
    "auxin",
    "stress",
    "drought",
    "light",
    "root",
    "leaf",
    "flower",
    "seed",
    "development",
    "regulator",
    "expressed",
    "subunit",
    "transporter",
    "oxidase",
    "reductase",
    "synthase",
    "zinc",
    "finger",
    "leucine-rich",
    "repeat",
    "ubiquitin",
    "ligase",
    "heat",
    "shock",
    "ribosomal",
    "mitochondrial",
    "hydrolase",
    "transferase",
    "unknown",
    "function",
    "similar",
    "encodes",
    "involved",
    "pathway",
    "abscisic",
    "acid",
    "cell",
    "wall",
    "signal",
    "peptide",
    "nuclear",
    "DNA",
    "RNA",
    "helicase",
    "(source: Araport11)",
    "N-terminal",
    "5'-UTR"
  };

  private static final String[] PASTED = {
    "\t",
    "\"so-called\"",
    "\n",
    "\r\n",
    "C:\\data\\v2",
    "</i>",
    "<b>bold</b>",
    "5\u2032\u21923\u2032",
    "\u2028",
    "\u0085",
    "\u0001",
    "\u001f",
    "\u007f",
    "\b",
    "\f",
    "Müller & Søn",
    "α-amylase",
    "遺伝子",
    "\uD840\uDC0B\uD842\uDFB7",
    "\uD83C\uDF31",
    "e\u0301te\u0301",
    "\uFFFD",
    "\uE000",
    "],\"wasSuccessful\":false",
    "1 > 0 / 2",
    "\u00a0"
  };

  private Prose() {}

  static String words(Draw draw, int count) {
    StringBuilder text = new StringBuilder(count * 8);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(' ');
      }
      text.append(draw.oneOf(WORDS));
    }
    return text.toString();
  }

  /** 50 to 140 characters; about 1 in 2,000 has 2,000 to 8,000; 2 in 100 are empty, some null. */
  static @Nullable String description(Draw draw, int nullPercent) {
    int luck = draw.below(100);
    if (luck < nullPercent) {
      return null;
    }
    if (luck < nullPercent + 2) {
      return "";
    }
    boolean isLong = draw.below(2_000) == 0;
    return text(draw, isLong ? 2_000 + draw.below(6_000) : 50 + draw.below(80));
  }

  /** At least {@code chars} long; one text in eight has something pasted into it. */
  static String text(Draw draw, int chars) {
    StringBuilder text = new StringBuilder(chars + 32);
    int paste = draw.below(8) == 0 ? draw.below(chars) : Integer.MAX_VALUE;
    while (text.length() < chars) {
      if (text.length() >= paste) {
        text.append(draw.oneOf(PASTED)).append(' ');
        paste += 1 + draw.below(200);
      }
      text.append(draw.oneOf(WORDS)).append(' ');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }
}
