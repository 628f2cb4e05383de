/** A fuzzer of what our client reads from a mine, and an oracle that shares no parser with it. */
package dev.plumbline.transforms.fuzz;
