package dev.plumbline.runners.run;

import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.MineClient;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a mine that is not ours answers at all, asked once before any work: {@code /version/ws}
 * of each of its addresses, in their order, until one answers. A mine that answers something wrong
 * is there: what is wrong with it, the run says.
 *
 * @param root the first address that answered; none if none did
 * @param reason why none did
 */
public record Preflight(Optional<ServiceRoot> root, String reason) {
  private static final Logger log = LoggerFactory.getLogger(Preflight.class);

  /** How long one address may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Asks them. */
  public static Preflight of(List<ServiceRoot> roots) {
    List<String> reasons = new ArrayList<>();
    for (ServiceRoot root : roots) {
      Optional<String> silent = silent(root);
      if (silent.isEmpty()) {
        reasons.forEach(reason -> log.warn("{}; {} answers in its place", reason, root));
        return new Preflight(Optional.of(root), "");
      }
      reasons.add(silent.get());
    }
    return new Preflight(
        Optional.empty(), "the mine cannot be reached: " + String.join("; ", reasons));
  }

  private static Optional<String> silent(ServiceRoot root) {
    Limits limits = Limits.defaults().withCall(PATIENCE);
    try (MineClient mine = new MineClient(root, limits, 1)) {
      mine.version();
      return Optional.empty();
    } catch (MineException e) {
      boolean answered = !(e.getCause() instanceof IOException);
      return answered ? Optional.empty() : Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
