/** A pipeline on a runner: started, run once or several times, its time measured. */
@NullMarked
package dev.plumbline.runners.run;

import org.jspecify.annotations.NullMarked;
