/** The command line program: `main` and nothing else. */
@NullMarked
package dev.plumbline.runners;

import org.jspecify.annotations.NullMarked;
