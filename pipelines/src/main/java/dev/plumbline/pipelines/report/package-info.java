/** The report of a run: records and the one writer. */
@NullMarked
package dev.plumbline.pipelines.report;

import org.jspecify.annotations.NullMarked;
