package dev.plumbline.parity.locate;

import org.jspecify.annotations.Nullable;

/**
 * A cell that differs.
 *
 * @param column its column
 * @param kind how
 * @param left its value on the left, as text; null if it is null there
 * @param right its value on the right, as text; null if it is null there
 */
public record CellDifference(
    String column, CellKind kind, @Nullable String left, @Nullable String right) {}
