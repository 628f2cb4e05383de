/** Works over files that are there: prepared in one JVM, run and proven one by one in others. */
@NullMarked
package dev.plumbline.runners.study;

import org.jspecify.annotations.NullMarked;
