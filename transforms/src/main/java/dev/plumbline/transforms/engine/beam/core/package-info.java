/**
 * What the Beam engine does, in plain Java: it plans, samples, routes, sorts, joins, groups and
 * scores rows in packed pages. Beam's graph and the plain loop both call these classes, and nothing
 * here knows Beam.
 */
@NullMarked
package dev.plumbline.transforms.engine.beam.core;

import org.jspecify.annotations.NullMarked;
