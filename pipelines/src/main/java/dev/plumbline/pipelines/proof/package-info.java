/** What is proven after the clock has stopped. */
@NullMarked
package dev.plumbline.pipelines.proof;

import org.jspecify.annotations.NullMarked;
