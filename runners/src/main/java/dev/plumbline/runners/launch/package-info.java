/** The parent of a run: its directory, its forked JVM, its last line. */
@NullMarked
package dev.plumbline.runners.launch;

import org.jspecify.annotations.NullMarked;
