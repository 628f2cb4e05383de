package dev.plumbline.parity;

import java.util.Arrays;

/**
 * A row of a sample: its place in the sample's order, and its hash.
 *
 * @param nullKey whether its sort key is null, and so comes last
 * @param prefix compared first, unsigned
 * @param text compared next, as unsigned bytes; not copied
 * @param row compared last
 */
@SuppressWarnings("ArrayRecordComponent") // compared by compareTo alone
record SampledRow(boolean nullKey, long prefix, byte[] text, Hash128 row)
    implements Comparable<SampledRow> {

  @Override
  public int compareTo(SampledRow other) {
    if (nullKey != other.nullKey) {
      return nullKey ? 1 : -1;
    }
    int first = Long.compareUnsigned(prefix, other.prefix);
    int second = first != 0 ? first : Arrays.compareUnsigned(text, other.text);
    return second != 0 ? second : row.compareTo(other.row);
  }
}
