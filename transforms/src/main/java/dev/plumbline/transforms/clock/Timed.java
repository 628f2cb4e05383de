package dev.plumbline.transforms.clock;

/**
 * What a piece of work brought out, and what it cost.
 *
 * @param value the outcome
 * @param cost the interval that was logged for it
 */
public record Timed<T>(T value, StageInterval cost) {}
