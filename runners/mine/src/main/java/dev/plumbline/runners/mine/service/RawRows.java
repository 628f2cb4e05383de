package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.query.run.SelectedRows;
import org.jspecify.annotations.Nullable;

/** An evaluated query's rows as a format takes them. */
record RawRows(SelectedRows rows) implements ResultRows {

  @Override
  public long count() {
    return rows.count();
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public void read(long position, @Nullable Object[] cells) {
    rows.read(position, cells);
  }
}
