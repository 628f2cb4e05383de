/**
 * What the forked JVM does for {@code elt}: plan, run on the chosen runner, prove, report; and the
 * mine that the launcher serves to it.
 */
@NullMarked
package dev.plumbline.runners.elt;

import org.jspecify.annotations.NullMarked;
