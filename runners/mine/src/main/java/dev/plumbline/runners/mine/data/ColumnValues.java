package dev.plumbline.runners.mine.data;

import org.jspecify.annotations.Nullable;

/** The value of one column in any row: a pure function of the row's index. */
@FunctionalInterface
public interface ColumnValues {

  @Nullable Object at(long row);
}
