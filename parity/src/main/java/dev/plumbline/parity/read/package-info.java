/**
 * The judge's own readers of files. A file is read here by another library than the one that wrote
 * it.
 */
@NullMarked
package dev.plumbline.parity.read;

import org.jspecify.annotations.NullMarked;
