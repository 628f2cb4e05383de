/**
 * Two tables held against each other: what equal tables share, and whether they do.
 *
 * <p>{@link dev.plumbline.parity.compare.Comparison} weighs two digests; {@link
 * dev.plumbline.parity.compare.TableComparator} reads two tables, and where they differ, looks for
 * the rows that do.
 */
@NullMarked
package dev.plumbline.parity.compare;

import org.jspecify.annotations.NullMarked;
