/** The making of docs/PERFORMANCE.md: the commands that measure, and its tables. */
@NullMarked
package dev.plumbline.runners.microbench.page;

import org.jspecify.annotations.NullMarked;
