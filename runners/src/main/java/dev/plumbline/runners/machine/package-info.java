/** The machine and the JVM a run happens on: what they are, what they tell, and their files. */
@NullMarked
package dev.plumbline.runners.machine;

import org.jspecify.annotations.NullMarked;
