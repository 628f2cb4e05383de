/**
 * Engines that work on written files: what an engine is, and the list of them. Each has a package
 * of its own.
 */
@NullMarked
package dev.plumbline.transforms.engine;

import org.jspecify.annotations.NullMarked;
