/** Beam itself as an engine: its graph on any runner, and the same work in a plain loop. */
@NullMarked
package dev.plumbline.transforms.engine.beam;

import org.jspecify.annotations.NullMarked;
