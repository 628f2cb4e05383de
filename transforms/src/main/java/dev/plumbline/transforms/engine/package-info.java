/** Engines that work on written files. */
@NullMarked
package dev.plumbline.transforms.engine;

import org.jspecify.annotations.NullMarked;
