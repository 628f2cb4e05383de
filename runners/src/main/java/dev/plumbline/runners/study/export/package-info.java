/** Exports that other works stand on: done and proven here, or taken from an earlier run. */
@NullMarked
package dev.plumbline.runners.study.export;

import org.jspecify.annotations.NullMarked;
