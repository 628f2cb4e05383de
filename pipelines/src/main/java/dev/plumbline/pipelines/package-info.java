/** A pipeline as one value: the stages, their cores and the edges between them. */
@NullMarked
package dev.plumbline.pipelines;

import org.jspecify.annotations.NullMarked;
