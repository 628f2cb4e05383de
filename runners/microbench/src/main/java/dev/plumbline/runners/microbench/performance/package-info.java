/** The measurements behind docs/PERFORMANCE.md: interleaved forks, paired ratios. */
@NullMarked
package dev.plumbline.runners.microbench.performance;

import org.jspecify.annotations.NullMarked;
