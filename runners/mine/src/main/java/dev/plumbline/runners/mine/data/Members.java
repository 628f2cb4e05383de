package dev.plumbline.runners.mine.data;

/**
 * The rows of the target table that a row's collection holds, in order, without duplicates. Pure
 * functions.
 */
public interface Members {

  int count(long row);

  long at(long row, int index);
}
