/**
 * Polars, in a Node process of its own that speaks JSON lines over its standard streams, installed
 * by this package on first use.
 */
@NullMarked
package dev.plumbline.transforms.engine.polars;

import org.jspecify.annotations.NullMarked;
