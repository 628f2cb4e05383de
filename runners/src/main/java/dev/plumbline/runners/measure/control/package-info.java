/** Whether the machine was left alone: a short fixed workload around every fork. */
@NullMarked
package dev.plumbline.runners.measure.control;

import org.jspecify.annotations.NullMarked;
