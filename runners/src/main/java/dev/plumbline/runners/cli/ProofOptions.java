package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ParitySample;
import dev.plumbline.runners.options.Proving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What must be proven, and how loudly. */
@Command(optionListHeading = "%nProof:%n")
final class ProofOptions {
  @Option(
      names = "--strict-parity",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "A difference ends the run with exit 3; without, with exit 0. Times there are none in either"
              + " case. Default: true.")
  boolean strictParity;

  @Option(
      names = "--parity-side-output",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Take the digest inside the pipeline; without, from the files afterwards, if there are any."
              + " Default: true.")
  boolean paritySideOutput;

  @Option(
      names = "--show-values",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description = "Quote differing values of a remote mine, not their hashes. Default: false.")
  boolean showValues;

  Proving proving(ParitySample sample) {
    return new Proving(strictParity, paritySideOutput, sample, showValues);
  }
}
