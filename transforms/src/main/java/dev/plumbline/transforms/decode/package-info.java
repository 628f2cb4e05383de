/** The decode stage: response bodies in, packed pages out. */
@NullMarked
package dev.plumbline.transforms.decode;

import org.jspecify.annotations.NullMarked;
