package dev.plumbline.runners.mine.data;

import java.util.function.LongUnaryOperator;

/** A reference or collection that the mine holds data for. */
public sealed interface Link {

  /** The class of the table that it leads to; a subclass of what the model says, or that. */
  String target();

  /** A reference: from a row to the target's row, negative for none; total if every row has one. */
  record ToOne(String target, LongUnaryOperator row, boolean total) implements Link {}

  /** A collection. */
  record ToMany(String target, Members members) implements Link {}
}
