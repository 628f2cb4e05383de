package dev.plumbline.runners.measure.raw;

import org.jspecify.annotations.Nullable;

/**
 * What an external command brought. It is believed if it ended with code 0; of what it did, only
 * the digest of its output is known.
 *
 * @param exitCode what it ended with
 * @param outputSha256 digest of its standard output, in hexadecimal
 * @param outputBytes length of its standard output
 * @param timing null unless it ended with code 0
 */
public record CommandRun(
    int exitCode, String outputSha256, long outputBytes, @Nullable Timing timing) {
  /** Rejects a time of a command that failed. */
  public CommandRun {
    if ((exitCode == 0) != (timing != null)) {
      throw new IllegalArgumentException(
          "A command has a time exactly if it ended with 0; found " + exitCode);
    }
  }

  /**
   * How long it took.
   *
   * @param wallSeconds from its start to its end
   * @param cpuSeconds of it and of the children it waited for, in steps of the kernel's clock tick
   * @param peakRssBytes the most memory that it and its descendants were seen to hold, looked at
   *     every few milliseconds; 0 if it was too short to be seen
   */
  public record Timing(double wallSeconds, double cpuSeconds, long peakRssBytes) {}
}
