package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.run.Preflight;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mine that is not ours, before any work: whether it may be asked from here, and at which of its
 * addresses it answers.
 *
 * @param root the address; null if there is none to ask
 * @param type the kind of what is in the way
 * @param reason what is in the way
 */
record LiveMine(@Nullable ServiceRoot root, String type, String reason) {

  /**
   * Asks the addresses in their order until one answers; none if one of them may not be asked.
   *
   * @param roots its address, and its fallback's if it has one
   */
  static LiveMine of(Surroundings surroundings, List<ServiceRoot> roots) {
    for (ServiceRoot root : roots) {
      Optional<String> refusal = LiveGate.refusal(surroundings.environment(), root);
      if (refusal.isPresent()) {
        return new LiveMine(null, "live_not_allowed", refusal.get());
      }
    }
    Preflight preflight = Preflight.of(roots);
    return new LiveMine(preflight.root().orElse(null), "mine_unreachable", preflight.reason());
  }

  /** Whether there is nothing to ask. */
  boolean isOut() {
    return root == null;
  }

  /** The address that answers. */
  String url() {
    return Objects.requireNonNull(root).url();
  }

  /** Says what is in the way, also on the last line; returns the exit code. */
  int skip(Surroundings surroundings, String profile) {
    surroundings.err().println("plumbline: skipped: " + reason);
    ExitCode exit = ExitCode.SKIPPED;
    RunSummary.withoutRun(exit, type, 0, profile, reason).print(surroundings.out());
    return exit.code();
  }
}
