/**
 * Which rows of two tables differ, and in what, in a space that does not grow with the tables.
 *
 * <p>Rows fall into buckets by the hash of their key. Buckets whose sums are equal are done with
 * ({@link dev.plumbline.parity.locate.BucketSums}); the rows of the others are read again with
 * their values, as many at a time as memory holds, and paired by key ({@link
 * dev.plumbline.parity.locate.DifferenceLocator}).
 */
@NullMarked
package dev.plumbline.parity.locate;

import org.jspecify.annotations.NullMarked;
