/** {@code parity} in its forked JVM: opens two tables, has them judged, shows where they differ. */
@NullMarked
package dev.plumbline.runners.parity;

import org.jspecify.annotations.NullMarked;
