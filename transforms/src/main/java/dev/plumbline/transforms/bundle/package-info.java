/** Threads inside a Beam bundle. */
@NullMarked
package dev.plumbline.transforms.bundle;

import org.jspecify.annotations.NullMarked;
