/** What is exported: asked of the mine and checked against its model before anything is timed. */
@NullMarked
package dev.plumbline.pipelines.export;

import org.jspecify.annotations.NullMarked;
