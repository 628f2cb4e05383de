package dev.plumbline.runners.mine;

import java.util.function.LongUnaryOperator;

/**
 * A to-one reference.
 *
 * @param target what it refers to
 * @param row from a row to the target's row, negative for none
 * @param total whether every row refers to something
 */
record Link(Table target, LongUnaryOperator row, boolean total) {}
