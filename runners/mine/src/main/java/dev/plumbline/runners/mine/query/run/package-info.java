/** A plan, run: rows expanded, tested and sorted, within a budget. */
@NullMarked
package dev.plumbline.runners.mine.query.run;

import org.jspecify.annotations.NullMarked;
