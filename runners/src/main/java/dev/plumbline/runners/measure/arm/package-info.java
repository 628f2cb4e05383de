/** What is measured against what: arms, blocks and the order in which forks run. */
@NullMarked
package dev.plumbline.runners.measure.arm;

import org.jspecify.annotations.NullMarked;
