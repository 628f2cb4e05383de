package dev.plumbline.parity.locate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the captured rows of two tables. Rows that are equal are set off against each other, one by
 * one; what is left over of a key is paired in the order of its values; what is left over then
 * stands on one side only.
 */
final class RowPairs {
  private final int[] key;
  private final int[] order;
  private final DifferenceCounts counts;

  /**
   * Pairs by a key.
   *
   * @param order the columns by which rows of one key are sorted
   */
  RowPairs(int[] key, int[] order, DifferenceCounts counts) {
    this.key = key;
    this.order = order;
    this.counts = counts;
  }

  /** The rows of one key, on each side. */
  private record Group(List<CapturedRow> left, List<CapturedRow> right) {}

  void pair(List<CapturedRow> left, List<CapturedRow> right) {
    Map<List<@Nullable Object>, Group> groups = new HashMap<>();
    left.forEach(row -> group(groups, row).left().add(row));
    right.forEach(row -> group(groups, row).right().add(row));
    groups.values().stream()
        .filter(group -> !group.left().equals(group.right()))
        .forEach(this::pair);
  }

  private Group group(Map<List<@Nullable Object>, Group> groups, CapturedRow row) {
    return groups.computeIfAbsent(
        row.key(key), k -> new Group(new ArrayList<>(1), new ArrayList<>(1)));
  }

  private void pair(Group group) {
    if (group.left().size() > 1 || group.right().size() > 1) {
      counts.keyIsNotUnique();
    }
    Map<CapturedRow, Integer> net = new HashMap<>();
    group.left().forEach(row -> net.merge(row, 1, Integer::sum));
    group.right().forEach(row -> net.merge(row, -1, Integer::sum));
    List<CapturedRow> left = leftOver(net, 1);
    List<CapturedRow> right = leftOver(net, -1);
    int pairs = Math.min(left.size(), right.size());
    for (int i = 0; i < pairs; i++) {
      counts.pair(left.get(i), right.get(i));
    }
    left.subList(pairs, left.size()).forEach(row -> counts.oneSided(RowKind.MISSING, row));
    right.subList(pairs, right.size()).forEach(row -> counts.oneSided(RowKind.EXTRA, row));
  }

  private List<CapturedRow> leftOver(Map<CapturedRow, Integer> net, int sign) {
    List<CapturedRow> rows = new ArrayList<>();
    net.forEach(
        (row, count) -> {
          for (int i = 0; i < count * sign; i++) {
            rows.add(row);
          }
        });
    rows.sort((a, b) -> CapturedRow.ORDER.compare(a.key(order), b.key(order)));
    return rows;
  }
}
