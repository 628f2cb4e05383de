/** A pipeline as a plain loop, without Beam: what the work itself costs. */
@NullMarked
package dev.plumbline.pipelines.floor;

import org.jspecify.annotations.NullMarked;
