/** A pipeline as a Beam graph. */
@NullMarked
package dev.plumbline.pipelines.beam;

import org.jspecify.annotations.NullMarked;
