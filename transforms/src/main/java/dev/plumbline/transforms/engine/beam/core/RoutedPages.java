package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.page.PackedPage;

/** Takes the pages that are on their way to a partition. */
@FunctionalInterface
public interface RoutedPages {
  /** A page for this partition; its index is the number of the side that its rows belong to. */
  void page(int partition, PackedPage page);
}
