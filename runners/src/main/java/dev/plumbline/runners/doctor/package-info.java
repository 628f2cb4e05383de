/** What this machine has, and what each lack disables. */
@NullMarked
package dev.plumbline.runners.doctor;

import org.jspecify.annotations.NullMarked;
