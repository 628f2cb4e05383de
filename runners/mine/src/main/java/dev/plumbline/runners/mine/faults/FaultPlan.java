package dev.plumbline.runners.mine.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides what happens to a request: all delays that strike it, all changes of the rows asked for,
 * and then the first other fault. The same seed decides the same, in whatever order requests come.
 */
final class FaultPlan {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final FaultSpec spec;
  private final long seed;

  FaultPlan(FaultSpec spec, long seed) {
    this.spec = spec;
    this.seed = seed;
  }

  /**
   * What happens to one request.
   *
   * @param delay how much later its answer is begun
   * @param asked what is answered in its place
   * @param spoilt how, if at all
   */
  record Fate(Duration delay, FaultTarget asked, Optional<Fault> spoilt) {}

  Fate of(FaultTarget asked, FaultLog log) {
    FaultLog.Place place = log.requested(asked);
    Duration delay = Duration.ZERO;
    FaultTarget instead = asked;
    Optional<Fault> spoilt = Optional.empty();
    List<FaultSpec.Struck> faults = spec.faults();
    for (int i = 0; i < faults.size(); i++) {
      FaultSpec.Struck one = faults.get(i);
      if (!one.when().strikes(asked, place.attempt(), place.ordinal(), luck(i, asked, place))) {
        continue;
      }
      if (one.fault() instanceof Fault.Delay later) {
        delay = delay.plus(later.of(asked, luck(~i, asked, place)));
      } else if (one.fault() instanceof Fault.OtherRows other) {
        instead = other.instead(instead);
      } else if (spoilt.isPresent()) {
        continue;
      } else {
        spoilt = Optional.of(one.fault());
      }
      log.struck(one.name());
    }
    return new Fate(delay, instead, spoilt);
  }

  /** From 0 to 1, by what is asked and how often it was. */
  private double luck(int fault, FaultTarget asked, FaultLog.Place place) {
    long z = seed * GOLDEN + fault;
    z = mix(z) + asked.start();
    z = mix(z) + asked.size();
    z = mix(z) + asked.kind().label().hashCode();
    return (mix(mix(z) + place.attempt()) >>> 11) * 0x1.0p-53;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return (b ^ (b >>> 31)) + GOLDEN;
  }
}
