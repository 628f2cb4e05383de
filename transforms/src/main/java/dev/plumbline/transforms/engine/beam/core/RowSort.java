package dev.plumbline.transforms.engine.beam.core;

import java.util.Arrays;

/**
 * Sorts rows by their keys: a stable merge sort of two arrays side by side, which passes quickly
 * over what is in order already.
 */
final class RowSort {
  private static final int SMALL = 12;

  private final SortedRows rows;
  private final long[] prefixes;
  private final long[] places;
  private final long[] otherPrefixes;
  private final long[] otherPlaces;

  private RowSort(SortedRows rows, long[] prefixes, long[] places, int count) {
    this.rows = rows;
    this.prefixes = prefixes;
    this.places = places;
    this.otherPrefixes = Arrays.copyOf(prefixes, count / 2 + 1);
    this.otherPlaces = Arrays.copyOf(places, count / 2 + 1);
  }

  /** Sorts the first {@code count} rows, in these arrays. */
  static void sort(SortedRows rows, long[] prefixes, long[] places, int count) {
    new RowSort(rows, prefixes, places, count).sort(0, count);
  }

  private void sort(int from, int to) {
    if (to - from <= SMALL) {
      insert(from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    if (compare(prefixes[middle - 1], places[middle - 1], middle) > 0) {
      merge(from, middle, to);
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long prefix = prefixes[i];
      long place = places[i];
      int at = i;
      while (at > from && compare(prefix, place, at - 1) < 0) {
        prefixes[at] = prefixes[at - 1];
        places[at] = places[at - 1];
        at--;
      }
      prefixes[at] = prefix;
      places[at] = place;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = middle - from;
    System.arraycopy(prefixes, from, otherPrefixes, 0, left);
    System.arraycopy(places, from, otherPlaces, 0, left);
    int taken = 0;
    int right = middle;
    int at = from;
    while (taken < left && right < to) {
      if (compare(otherPrefixes[taken], otherPlaces[taken], right) <= 0) {
        prefixes[at] = otherPrefixes[taken];
        places[at++] = otherPlaces[taken++];
      } else {
        prefixes[at] = prefixes[right];
        places[at++] = places[right++];
      }
    }
    System.arraycopy(otherPrefixes, taken, prefixes, at, left - taken);
    System.arraycopy(otherPlaces, taken, places, at, left - taken);
  }

  private int compare(long prefix, long place, int other) {
    int compared = Long.compare(prefix, prefixes[other]);
    return compared != 0 || KeyOrder.whole(prefix)
        ? compared
        : rows.compareKeys(place, rows, places[other]);
  }
}
