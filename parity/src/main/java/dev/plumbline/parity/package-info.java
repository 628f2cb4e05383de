/**
 * The judge: decides whether two tables hold the same rows. It knows nothing of mines, stages or
 * runners, so that no defect of theirs can hide in it.
 *
 * <p>Rows reach it through {@link dev.plumbline.parity.RowSink}; what comes out is a {@link
 * dev.plumbline.parity.TableDigest}, and two of those are held against each other by {@link
 * dev.plumbline.parity.compare.Comparison}.
 */
@NullMarked
package dev.plumbline.parity;

import org.jspecify.annotations.NullMarked;
