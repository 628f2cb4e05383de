/** The transform stage: group, full outer join, score. */
@NullMarked
package dev.plumbline.transforms.join;

import org.jspecify.annotations.NullMarked;
