package dev.plumbline.runners.mine.userdata;

import org.jspecify.annotations.Nullable;

/** A loaded column. Safe for many threads. */
public interface UserColumn {

  /** The type as the model XML spells it, such as {@code java.lang.Integer}. */
  String javaType();

  /** The value of a row, from 0: a boxed primitive, a text, a decimal, a LocalDate, or null. */
  @Nullable Object at(long row);
}
