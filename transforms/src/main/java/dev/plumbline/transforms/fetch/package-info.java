/** The fetch stage: page requests in, response bodies out. */
@NullMarked
package dev.plumbline.transforms.fetch;

import org.jspecify.annotations.NullMarked;
