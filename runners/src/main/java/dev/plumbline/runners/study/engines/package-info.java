/** {@code engines}: the same work by every engine over the same files, proven and measured. */
@NullMarked
package dev.plumbline.runners.study.engines;

import org.jspecify.annotations.NullMarked;
