package dev.plumbline.runners.mine;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sorts rows by the keys of a plan: a merge sort whose runs are sorted in parallel. */
final class RowSort {

  private static final int RUNS = 8;

  private final int[] rows;
  private final List<Key> keys;
  private final Workers workers;

  RowSort(int[] rows, List<QueryPlan.OrderKey> keys, Workers workers) {
    this.rows = rows;
    this.keys = keys.stream().map(key -> new Key(key, rows)).toList();
    this.workers = workers;
  }

  /** The rows in order. */
  int[] sorted() {
    return IntStream.of(sortedPositions()).map(position -> rows[position]).toArray();
  }

  private int[] sortedPositions() {
    int[] from = IntStream.range(0, rows.length).toArray();
    int[] to = from.clone();
    workers.each(RUNS, run -> sort(from, to, bound(run, rows), bound(run + 1, rows)));
    int[] source = to;
    int[] target = from;
    for (int width = 1; width < RUNS; width *= 2) {
      int[] in = source;
      int[] out = target;
      int step = width;
      workers.each(RUNS / (2 * step), pair -> mergeRuns(in, out, pair * 2 * step, step));
      source = out;
      target = in;
    }
    return source;
  }

  private static int bound(int run, int[] rows) {
    return (int) ((long) rows.length * run / RUNS);
  }

  private void mergeRuns(int[] in, int[] out, int run, int width) {
    int middle = bound(run + width, in);
    merge(in, out, bound(run, in), middle, bound(run + 2 * width, in));
  }

  /** Sorts {@code [low, high)} of both arrays, equal at the start, into {@code to}. */
  private void sort(int[] from, int[] to, int low, int high) {
    if (high - low < 2) {
      return;
    }
    int middle = (low + high) >>> 1;
    sort(to, from, low, middle);
    sort(to, from, middle, high);
    merge(from, to, low, middle, high);
  }

  private void merge(int[] in, int[] out, int low, int middle, int high) {
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft = right >= high || (left < middle && compare(in[left], in[right]) <= 0);
      out[i] = takeLeft ? in[left++] : in[right++];
    }
  }

  private int compare(int a, int b) {
    for (Key key : keys) {
      int order = key.compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** One sort key, whose values are computed when first compared and kept. */
  private static final class Key {
    private static final Object MISSING = new Object();

    private final QueryPlan.OrderKey key;
    private final int[] rows;
    private volatile @Nullable AtomicReferenceArray<Object> values;

    Key(QueryPlan.OrderKey key, int[] rows) {
      this.key = key;
      this.rows = rows;
    }

    int compare(int a, int b) {
      Object x = value(a);
      Object y = value(b);
      int order;
      if (x == MISSING || y == MISSING) {
        order = Boolean.compare(x == MISSING, y == MISSING);
      } else {
        order = CellValues.compare(x, y);
      }
      return key.descending() ? -order : order;
    }

    private Object value(int position) {
      AtomicReferenceArray<Object> known = values();
      Object value = known.getAcquire(position);
      if (value == null) {
        Object computed = key.cell().at(rows[position]);
        value = computed == null ? MISSING : computed;
        known.setRelease(position, value);
      }
      return value;
    }

    private AtomicReferenceArray<Object> values() {
      AtomicReferenceArray<Object> known = values;
      return known != null ? known : allocate();
    }

    private synchronized AtomicReferenceArray<Object> allocate() {
      AtomicReferenceArray<Object> known = values;
      if (known == null) {
        known = new AtomicReferenceArray<>(rows.length);
        values = known;
      }
      return known;
    }
  }
}
