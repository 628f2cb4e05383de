/** Files that are there whole or not at all. */
@NullMarked
package dev.plumbline.runners.files;

import org.jspecify.annotations.NullMarked;
