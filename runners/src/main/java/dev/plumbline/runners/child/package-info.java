/** The forked JVM of a run: its main, the watch on its parent, its progress. */
@NullMarked
package dev.plumbline.runners.child;

import org.jspecify.annotations.NullMarked;
