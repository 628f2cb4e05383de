/** Where stages note what each page cost them. */
@NullMarked
package dev.plumbline.transforms.clock;

import org.jspecify.annotations.NullMarked;
