/** Artifacts of runs: finding, naming and digesting their files, and making one of another. */
@NullMarked
package dev.plumbline.transforms.artifact;

import org.jspecify.annotations.NullMarked;
