/** What a run was asked for, checked once at the edge; and the words runs end with. */
@NullMarked
package dev.plumbline.runners.options;

import org.jspecify.annotations.NullMarked;
