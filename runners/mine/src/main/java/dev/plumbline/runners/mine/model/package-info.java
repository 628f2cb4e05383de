/** The classes of a mine. */
@NullMarked
package dev.plumbline.runners.mine.model;

import org.jspecify.annotations.NullMarked;
