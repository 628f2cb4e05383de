package dev.plumbline.runners.run;

import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.options.PagesOnDisk;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.OptionsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The options of a run and the mine that serves it: the embedded one or a recording, started in the
 * launcher's process and so outside the measured JVM, or one that is there already.
 */
public final class ServedMine implements OptionsSource {
  private static final Logger log = LoggerFactory.getLogger(ServedMine.class);

  private final WorkflowOptions asked;
  private final long ahead;
  private @Nullable StartedMine mine;

  /** Nothing is started yet; the options may lack the address of a mine that we serve. */
  public ServedMine(WorkflowOptions asked) {
    this(asked, asked.paging().rowsTarget());
  }

  /**
   * The same for several exports.
   *
   * @param ahead the most rows that one of them fetches: the local mine has these ready before
   *     anyone's clock runs
   */
  public ServedMine(WorkflowOptions asked, long ahead) {
    this.asked = asked;
    this.ahead = ahead;
  }

  /**
   * Starts the mine if it is ours to serve.
   *
   * @return the options with the address that serves the run
   * @throws IOException if the recording cannot be read
   * @throws IllegalStateException if the mine cannot be started
   */
  @Override
  public WorkflowOptions open() throws IOException {
    return switch (asked.mine().mineKind()) {
      case LOCAL -> served(StartedMine.local(LocalMineConfig.of(asked).ahead(ahead)));
      case RECORDED -> served(recording());
      case FOREIGN -> asked;
    };
  }

  private WorkflowOptions served(StartedMine started) {
    mine = started;
    log.info("{} at {}", started.what(), started.serviceRoot());
    return asked.withServiceRoot(started.serviceRoot().toString());
  }

  private StartedMine recording() throws IOException {
    return StartedMine.recorded(
        0,
        Path.of(Objects.requireNonNull(asked.pages().replayFrom())),
        asked.pages().pace().equals(PagesOnDisk.RECORDED),
        FaultSpec.parse(asked.served().faults()),
        asked.served().seed());
  }

  /** Ends the mine if it was started. */
  @Override
  public void close() {
    if (mine != null) {
      mine.close();
    }
  }
}
