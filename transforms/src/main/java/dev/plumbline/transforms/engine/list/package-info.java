/** The one list of engines: whoever adds an engine adds it here. */
@NullMarked
package dev.plumbline.transforms.engine.list;

import org.jspecify.annotations.NullMarked;
