/** The analytics stage, and the arithmetic that it shares with transform. */
@NullMarked
package dev.plumbline.transforms.analytics;

import org.jspecify.annotations.NullMarked;
