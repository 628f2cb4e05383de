package dev.plumbline.runners.mine.userdata;

import org.jspecify.annotations.Nullable;

/** A column while it is filled, row by row from 0. */
sealed interface StoredColumn extends UserColumn permits FixedColumn, TextColumn {

  void put(int row, @Nullable String text);

  /** Nothing is put after this. */
  void seal();
}
