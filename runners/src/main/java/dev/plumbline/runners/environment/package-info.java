/** The machine and the JVM a run happened on, as a report stores them. */
@NullMarked
package dev.plumbline.runners.environment;

import org.jspecify.annotations.NullMarked;
