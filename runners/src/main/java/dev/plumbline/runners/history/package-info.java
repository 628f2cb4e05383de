/** What was measured so far: an append-only file of records, each with its evidence. */
@NullMarked
package dev.plumbline.runners.history;

import org.jspecify.annotations.NullMarked;
