package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.page.PackedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Does the work of a partition once all its pages are there. */
public final class Partitions {
  private Partitions() {}

  /**
   * Of these pages.
   *
   * @param pages in any order; gone through once
   */
  public static Tally finish(KeyedWork work, int number, Iterable<PackedPage> pages) {
    List<List<PackedPage>> sides = new ArrayList<>();
    work.sides().forEach(side -> sides.add(new ArrayList<>()));
    pages.forEach(page -> sides.get(page.index()).add(page));
    sides.forEach(side -> side.sort(Comparator.comparingLong(PackedPage::start)));
    return work.partition(number, sides);
  }
}
