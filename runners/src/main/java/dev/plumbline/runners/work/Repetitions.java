package dev.plumbline.runners.work;

/**
 * How often works are measured, and in which order.
 *
 * @param blocks how many blocks
 * @param warmIterations runs of a work behind its first in the same fork
 * @param seed of the order
 * @param forkTimeoutSeconds after which a fork is stopped
 */
public record Repetitions(int blocks, int warmIterations, long seed, long forkTimeoutSeconds) {}
