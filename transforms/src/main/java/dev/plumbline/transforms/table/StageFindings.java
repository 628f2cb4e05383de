package dev.plumbline.transforms.table;

import java.io.Serializable;

/**
 * What a stage found, and the memory it took, running alone.
 *
 * @param stage the stage's name
 * @param findings what it found
 * @param peakRssBeforeBytes the peak resident memory of the process in the phase before it; 0 where
 *     unknown
 * @param peakRssBytes the peak resident memory of the process while it ran; 0 where unknown
 */
public record StageFindings(
    String stage, Findings findings, long peakRssBeforeBytes, long peakRssBytes)
    implements Serializable {}
