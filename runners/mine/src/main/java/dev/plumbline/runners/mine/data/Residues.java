package dev.plumbline.runners.mine.data;

/** The amino acids of a protein. */
final class Residues {

  /** As common as in plants, about. */
  private static final String LETTERS =
      "LLLLLLLLLSSSSSSSSSAAAAAAAGGGGGGGVVVVVVVEEEEEEEKKKKKKRRRRRR"
          + "TTTTTIIIIIDDDDDPPPPPNNNNFFFFQQQQYYYMMHHCCW";

  private Residues() {}

  /** How many, 40 to 4,640; few have more than 700. */
  static int length(long seed, long protein) {
    double u = new Draw(seed, 260, protein).unit();
    return (int) (40 + 600 * u + 4_000 * rarelyLarge(u));
  }

  /** The 24th power of a number between 0 and 1. */
  static double rarelyLarge(double u) {
    double cube = u * u * u;
    double sixth = cube * cube;
    return sixth * sixth * sixth * sixth;
  }

  /** One letter each, from the start codon's on; about 1 in 500 has one that is not known. */
  static String text(long seed, long protein) {
    Draw draw = new Draw(seed, 261, protein);
    int length = length(seed, protein);
    StringBuilder text = new StringBuilder(length + Long.BYTES).append('M');
    while (text.length() < length) {
      appendEight(text, draw.next());
    }
    text.setLength(length);
    if (draw.below(500) == 0) {
      text.setCharAt(draw.below(length), 'X');
    }
    return text.toString();
  }

  /** One draw per letter would be most of the work. */
  private static void appendEight(StringBuilder text, long bits) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int lot = (int) (bits >>> shift) & 0xFF;
      text.append(LETTERS.charAt((lot * LETTERS.length()) >>> Byte.SIZE));
    }
  }
}
