/**
 * A query held to the model and the tables: joins, tests of rows, and the order of what comes out.
 */
@NullMarked
package dev.plumbline.runners.mine.query.plan;

import org.jspecify.annotations.NullMarked;
