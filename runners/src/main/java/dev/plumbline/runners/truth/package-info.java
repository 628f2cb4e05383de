/** What a source holds, known without asking it over the wire. */
@NullMarked
package dev.plumbline.runners.truth;

import org.jspecify.annotations.NullMarked;
