/** From logged intervals to the times of stages. */
@NullMarked
package dev.plumbline.pipelines.clocks;

import org.jspecify.annotations.NullMarked;
