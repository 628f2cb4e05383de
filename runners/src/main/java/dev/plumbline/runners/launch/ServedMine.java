package dev.plumbline.runners.launch;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.EltOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mine that serves a run: the embedded one, started in this process and so outside the measured
 * JVM, or one that is there already.
 *
 * @param options the run's options with the address that serves it
 * @param local the embedded mine; null if another serves
 */
record ServedMine(EltOptions options, @Nullable LocalMine local) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServedMine.class);

  static ServedMine of(EltOptions options) throws IOException {
    if (!options.localMine()) {
      return new ServedMine(options, null);
    }
    LocalMine mine = LocalMine.start(new MineConfig(0, options.mineSeed(), options.mineRows()));
    log.info("the local mine serves {} genes at {}", options.mineRows(), mine.serviceRoot());
    return new ServedMine(options.withServiceRoot(mine.serviceRoot().toString()), mine);
  }

  @Override
  public void close() {
    if (local != null) {
      local.close();
    }
  }
}
