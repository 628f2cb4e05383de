/** What engines are measured by: one work of one engine over files that are there. */
@NullMarked
package dev.plumbline.pipelines.engines;

import org.jspecify.annotations.NullMarked;
