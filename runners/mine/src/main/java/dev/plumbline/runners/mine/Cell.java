package dev.plumbline.runners.mine;

import org.jspecify.annotations.Nullable;

/** The value of one column in any row: a pure function of the row's index. */
@FunctionalInterface
interface Cell {

  @Nullable Object at(long row);
}
