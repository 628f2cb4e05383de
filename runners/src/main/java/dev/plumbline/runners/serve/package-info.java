/** The mine that a run needs, served by the launcher. */
@NullMarked
package dev.plumbline.runners.serve;

import org.jspecify.annotations.NullMarked;
