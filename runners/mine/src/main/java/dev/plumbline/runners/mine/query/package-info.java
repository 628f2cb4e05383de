/** Path queries, and the engine that selects rows by them. */
@NullMarked
package dev.plumbline.runners.mine.query;

import org.jspecify.annotations.NullMarked;
