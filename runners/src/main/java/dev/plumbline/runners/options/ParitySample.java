package dev.plumbline.runners.options;

import dev.plumbline.parity.SampleMode;
import dev.plumbline.parity.SampleSpec;

/**
 * Which rows of a table are hashed as its sample.
 *
 * @param mode {@code head} or {@code stride}
 * @param size rows at most
 * @param show whether the report holds their values, and not their hashes alone
 */
public record ParitySample(String mode, int size, boolean show) {
  private static final long SEED = SampleSpec.defaults().seed();

  /** Rejects a mode that there is not, and a size out of bounds. */
  public ParitySample {
    Bounds.check("--parity-sample-size", size, 1, SampleSpec.LARGEST);
    modeOf(mode);
  }

  /** The sample as the judge takes it. */
  public SampleSpec spec() {
    return new SampleSpec(modeOf(mode), size, SEED);
  }

  private static SampleMode modeOf(String mode) {
    for (SampleMode known : SampleMode.values()) {
      if (known.label().equals(mode)) {
        return known;
      }
    }
    throw UsageException.of("--parity-sample-mode", mode, "head or stride");
  }
}
