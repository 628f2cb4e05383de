package dev.plumbline.pipelines.clocks;

/**
 * The times of one stage in one run, and what it handled. All times in nanoseconds.
 *
 * @param busyNanos the sum of its intervals over all threads
 * @param elapsedNanos the length of the union of its intervals
 * @param attributedNanos its share of the run's wall time: an instant with k active stages gives
 *     each of them 1/k
 * @param cpuNanos CPU time within its intervals
 * @param allocatedBytes heap bytes that its threads allocated within its intervals
 * @param rows rows that went out
 * @param bytesIn payload bytes that came in; for fetch, bytes of response bodies as they came over
 *     the connection
 * @param bytesOut payload bytes that went out
 * @param retries requests that failed before one succeeded
 */
public record StageTime(
    long busyNanos,
    long elapsedNanos,
    long attributedNanos,
    long cpuNanos,
    long allocatedBytes,
    long rows,
    long bytesIn,
    long bytesOut,
    long retries) {}
