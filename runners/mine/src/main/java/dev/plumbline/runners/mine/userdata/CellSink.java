package dev.plumbline.runners.mine.userdata;

import org.jspecify.annotations.Nullable;

/** Takes rows, cell by cell in the order of the columns. */
interface CellSink {

  void cell(int column, @Nullable String text, Spelling spelling);

  void endRow();
}
