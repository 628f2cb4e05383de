/** Exports that other works stand on: done and proven here, or taken from an earlier run. */
@NullMarked
package dev.plumbline.runners.export;

import org.jspecify.annotations.NullMarked;
