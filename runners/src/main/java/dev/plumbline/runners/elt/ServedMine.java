package dev.plumbline.runners.elt;

import dev.plumbline.runners.launch.OptionsSource;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.Pace;
import dev.plumbline.runners.mine.RecordedMine;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.options.EltOptions;
import dev.plumbline.runners.options.PagesOnDisk;
import java.io.IOException;
import java.net.URI;
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

  private final EltOptions asked;
  private @Nullable LocalMine local;
  private @Nullable RecordedMine recorded;

  /** Nothing is started yet; the options may lack the address of a mine that we serve. */
  public ServedMine(EltOptions asked) {
    this.asked = asked;
  }

  /**
   * Starts the mine if it is ours to serve.
   *
   * @return the options with the address that serves the run
   * @throws IOException if the recording cannot be read
   * @throws IllegalStateException if the mine cannot be started
   */
  @Override
  public EltOptions open() throws IOException {
    return switch (asked.mineKind()) {
      case LOCAL -> asked.withServiceRoot(generated().toString());
      case RECORDED -> asked.withServiceRoot(replayed().toString());
      case FOREIGN -> asked;
    };
  }

  private URI generated() {
    LocalMine mine = LocalMine.start(new MineConfig(0, asked.mineSeed(), asked.mineRows()));
    local = mine;
    log.info("the local mine serves {} genes at {}", asked.mineRows(), mine.serviceRoot());
    return mine.serviceRoot();
  }

  private URI replayed() throws IOException {
    String folder = Objects.requireNonNull(asked.pages().replayFrom());
    Pace pace = asked.pages().pace().equals(PagesOnDisk.RECORDED) ? Pace.RECORDED : Pace.FULL;
    try {
      Recording recording = Recording.read(Path.of(folder));
      RecordedMine mine = RecordedMine.start(0, recording, pace);
      recorded = mine;
      log.info(
          "the recording of {} is served at {}, {} rows",
          recording.mine(),
          mine.serviceRoot(),
          recording.rows());
      return mine.serviceRoot();
    } catch (RecordingUnreadable e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Ends the mine if it was started. */
  @Override
  public void close() {
    if (local != null) {
      local.close();
    }
    if (recorded != null) {
      recorded.close();
    }
  }
}
