package dev.plumbline.parity;

import java.io.Serializable;

/**
 * Knows how to read the rows out of an element, so that the judge need not know what an element is.
 *
 * @param <T> the element, say a page of rows
 */
@FunctionalInterface
public interface RowFeed<T> extends Serializable {
  /** Sends every row of the element into the sink, in any order. */
  void feed(T element, RowSink sink);
}
