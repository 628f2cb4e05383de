package dev.plumbline.transforms.clock;

/**
 * What one piece of work cost one stage: self time, never that of what its output sets off.
 *
 * @param stage the stage's name, such as {@code decode}
 * @param thread the thread that did it
 * @param startNanos {@link System#nanoTime()} at its start
 * @param endNanos {@link System#nanoTime()} at its end
 * @param cpuNanos CPU time of that thread in between; for work that engages other threads, of the
 *     process
 * @param allocatedBytes heap bytes that the thread allocated in between
 * @param rows rows that went out
 * @param bytesIn payload bytes that came in
 * @param bytesOut payload bytes that went out
 * @param retries requests that failed before one succeeded
 */
public record StageInterval(
    String stage,
    long thread,
    long startNanos,
    long endNanos,
    long cpuNanos,
    long allocatedBytes,
    long rows,
    long bytesIn,
    long bytesOut,
    int retries) {}
