/** The tables of a mine: generated classes, and those of a file of the user's. */
@NullMarked
package dev.plumbline.runners.mine.data;

import org.jspecify.annotations.NullMarked;
