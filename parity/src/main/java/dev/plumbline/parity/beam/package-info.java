/**
 * The judge inside a Beam pipeline: a thin adapter over {@link
 * dev.plumbline.parity.DigestAccumulator}.
 */
@NullMarked
package dev.plumbline.parity.beam;

import org.jspecify.annotations.NullMarked;
