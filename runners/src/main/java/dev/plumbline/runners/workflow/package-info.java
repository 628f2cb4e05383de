/**
 * What the forked JVM does for {@code elt} and {@code etl}: plan, run on the chosen runner, prove,
 * report.
 */
@NullMarked
package dev.plumbline.runners.workflow;

import org.jspecify.annotations.NullMarked;
