/** An experiment: its blocks are run, journaled and analysed. */
@NullMarked
package dev.plumbline.runners.measure;

import org.jspecify.annotations.NullMarked;
