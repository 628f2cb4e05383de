package dev.plumbline.runners.options;

/**
 * How a run is proven, and what of it may be shown.
 *
 * @param strictParity whether a difference ends the run with exit 3
 * @param paritySideOutput whether the digest is taken inside the pipeline
 * @param paritySample which rows are hashed as a sample
 * @param showValues whether a diagnosis may quote differing values of a remote mine
 */
public record Proving(
    boolean strictParity,
    boolean paritySideOutput,
    ParitySample paritySample,
    boolean showValues) {}
