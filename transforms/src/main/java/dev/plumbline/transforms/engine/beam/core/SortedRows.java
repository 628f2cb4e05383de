package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one side in one partition, numbered in the order of their keys, null keys last. Rows
 * stay in their pages; what is sorted is where they are, beside a piece of their keys.
 */
final class SortedRows {
  private final byte[][] bytes;
  private final PageCursor[] pages;
  private final long[] prefixes;
  private final long[] places;
  private final int rows;
  private final int keyed;

  private SortedRows(TableSchema schema, List<PackedPage> pages, CommonPrefix common) {
    this.bytes = pages.stream().map(PackedPage::data).toArray(byte[][]::new);
    this.pages =
        pages.stream().map(page -> new PageCursor(schema, page)).toArray(PageCursor[]::new);
    this.rows = pages.stream().mapToInt(PackedPage::rows).reduce(0, Math::addExact);
    this.prefixes = new long[rows];
    this.places = new long[rows];
    this.keyed = place(common);
  }

  /**
   * Sorts the rows of sides that will be joined.
   *
   * @param schemas the columns of each side, the key as text first
   * @param pages the pages of each side, in the order in which their rows came
   */
  static List<SortedRows> of(List<TableSchema> schemas, List<List<PackedPage>> pages) {
    CommonPrefix common = new CommonPrefix();
    List<SortedRows> sides = new ArrayList<>();
    for (int side = 0; side < schemas.size(); side++) {
      sides.add(new SortedRows(schemas.get(side), pages.get(side), common));
    }
    sides.forEach(side -> side.sort(common.length()));
    return sides;
  }

  /** Finds keyed rows from the start on, the others from the end; returns how many have a key. */
  private int place(CommonPrefix common) {
    int next = 0;
    int nulls = rows;
    for (int page = 0; page < pages.length; page++) {
      PageCursor cursor = pages[page];
      while (cursor.next()) {
        int position = cursor.position();
        long place = (long) page << 32 | position;
        if (cursor.startsWithNull(position)) {
          places[--nulls] = place;
        } else {
          common.add(
              bytes[page], cursor.firstTextPosition(position), cursor.firstTextLength(position));
          places[next++] = place;
        }
        cursor.skipRow();
      }
    }
    return next;
  }

  private void sort(int common) {
    for (int row = 0; row < keyed; row++) {
      int page = (int) (places[row] >>> 32);
      int position = (int) places[row];
      prefixes[row] =
          KeyOrder.prefix(
              bytes[page],
              pages[page].firstTextPosition(position) + common,
              pages[page].firstTextLength(position) - common);
    }
    RowSort.sort(this, prefixes, places, keyed);
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** How many of them have a key: these are the first. */
  int keyed() {
    return keyed;
  }

  /** How the key of a row compares to the key of a row of another side; both have one. */
  int compareKey(int row, SortedRows other, int otherRow) {
    long prefix = prefixes[row];
    int compared = Long.compare(prefix, other.prefixes[otherRow]);
    return compared != 0 || KeyOrder.whole(prefix)
        ? compared
        : compareKeys(places[row], other, other.places[otherRow]);
  }

  /** How the keys at these places compare. */
  int compareKeys(long place, SortedRows other, long otherPlace) {
    int page = (int) (place >>> 32);
    int otherPage = (int) (otherPlace >>> 32);
    int position = (int) place;
    int otherPosition = (int) otherPlace;
    return KeyOrder.compare(
        bytes[page],
        pages[page].firstTextPosition(position),
        pages[page].firstTextLength(position),
        other.bytes[otherPage],
        other.pages[otherPage].firstTextPosition(otherPosition),
        other.pages[otherPage].firstTextLength(otherPosition));
  }

  /** Sends the key of a row into a sink, as a cell of its type. */
  void feedKey(int row, ColumnType type, RowSink sink) {
    if (row >= keyed) {
      sink.nullCell();
      return;
    }
    int page = (int) (places[row] >>> 32);
    int position = (int) places[row];
    KeyForm.feed(
        type,
        bytes[page],
        pages[page].firstTextPosition(position),
        pages[page].firstTextLength(position),
        sink);
  }

  /** Sends the cells of a row behind its key into a sink. */
  void feedCells(int row, RowSink sink) {
    pages[(int) (places[row] >>> 32)].feedCells((int) places[row], 1, sink);
  }
}
