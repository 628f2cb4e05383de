package dev.plumbline.runners.measure.raw;

/**
 * Where the time of a fork went, in seconds.
 *
 * @param cycle from the end of the fork before it to its own record, all included
 * @param process from the start of its process to its end
 * @param jvmStart from the start of its process to our main; 0 for a command
 * @param work planning, starting the runner, running and proving; for a command its whole process
 * @param control the control workload before and after it
 * @param harness the rest: what measuring adds
 */
public record ForkCosts(
    double cycle, double process, double jvmStart, double work, double control, double harness) {}
