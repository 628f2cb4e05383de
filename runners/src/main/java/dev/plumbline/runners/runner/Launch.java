package dev.plumbline.runners.runner;

/**
 * How a Beam runner came to its first stage: two instants, as {@link System#nanoTime()} tells them.
 *
 * @param constructedNanos the Beam graph was made
 * @param translatedNanos the runner had turned it into what it executes
 */
public record Launch(long constructedNanos, long translatedNanos) {}
