package dev.plumbline.runners.elt;

import dev.plumbline.runners.launch.OptionsSource;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.EltOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The options of a run and the mine that serves it: the embedded one, started in the launcher's
 * process and so outside the measured JVM, or one that is there already.
 */
public final class ServedMine implements OptionsSource {
  private static final Logger log = LoggerFactory.getLogger(ServedMine.class);

  private final EltOptions asked;
  private @Nullable LocalMine local;

  /** Nothing is started yet; the options may lack the address of the embedded mine. */
  public ServedMine(EltOptions asked) {
    this.asked = asked;
  }

  /**
   * Starts the embedded mine if it is wanted.
   *
   * @return the options with the address that serves the run
   * @throws IllegalStateException if the mine cannot be started
   */
  @Override
  public EltOptions open() {
    if (!asked.localMine()) {
      return asked;
    }
    LocalMine mine = LocalMine.start(new MineConfig(0, asked.mineSeed(), asked.mineRows()));
    local = mine;
    log.info("the local mine serves {} genes at {}", asked.mineRows(), mine.serviceRoot());
    return asked.withServiceRoot(mine.serviceRoot().toString());
  }

  /** Ends the embedded mine if it was started. */
  @Override
  public void close() {
    if (local != null) {
      local.close();
    }
  }
}
