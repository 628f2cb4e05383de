/** The folder of results: a directory for each run, under its name once it is whole, and swept. */
@NullMarked
package dev.plumbline.runners.results;

import org.jspecify.annotations.NullMarked;
