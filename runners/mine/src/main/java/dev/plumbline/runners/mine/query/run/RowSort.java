package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.query.plan.CellValues;
import dev.plumbline.runners.mine.query.plan.QueryPlan;
import dev.plumbline.runners.mine.query.plan.RowOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sorts rows by the keys of a plan: a stable merge sort whose runs are sorted in parallel. */
final class RowSort {

  private static final int RUNS = 8;

  private final RowOrder rows;
  private final int count;
  private final List<Key> keys;
  private final Workers workers;

  /** Rows of a query that has {@code slots} slots. */
  RowSort(RowOrder rows, int slots, List<QueryPlan.OrderKey> keys, Workers workers) {
    this.rows = rows;
    this.count = Math.toIntExact(rows.count());
    this.keys = keys.stream().map(key -> new Key(key, slots)).toList();
    this.workers = workers;
  }

  /** The same rows in order. */
  RowOrder sorted() {
    return new RowOrder.Arranged(rows, sortedPositions());
  }

  private int[] sortedPositions() {
    int[] from = IntStream.range(0, count).toArray();
    int[] to = from.clone();
    workers.each(RUNS, run -> sort(from, to, bound(run), bound(run + 1)));
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

  private int bound(int run) {
    return (int) ((long) count * run / RUNS);
  }

  private void mergeRuns(int[] in, int[] out, int run, int width) {
    int middle = bound(run + width);
    merge(in, out, bound(run), middle, bound(run + 2 * width));
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
  private final class Key {
    private static final Object MISSING = new Object();

    private final QueryPlan.OrderKey key;
    private final int slots;
    private volatile @Nullable AtomicReferenceArray<Object> values;

    Key(QueryPlan.OrderKey key, int slots) {
      this.key = key;
      this.slots = slots;
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
        int[] tuple = new int[slots];
        rows.read(position, tuple);
        Object computed = key.cell().at(tuple[key.slot()]);
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
        known = new AtomicReferenceArray<>(count);
        values = known;
      }
      return known;
    }
  }
}
