package dev.plumbline.runners.run;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.Pace;
import dev.plumbline.runners.mine.RecordedMine;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A mine that this process serves, until it is closed.
 *
 * @param serviceRoot its address
 * @param what what it serves, for people
 * @param server the server
 */
public record StartedMine(URI serviceRoot, String what, Runnable server) implements AutoCloseable {

  /**
   * The local mine.
   *
   * @throws IllegalStateException if it cannot listen on the port
   * @throws IllegalArgumentException if its file cannot be served
   */
  public static StartedMine local(MineConfig config) {
    LocalMine mine = LocalMine.start(config);
    String what =
        config
            .userData()
            .map(file -> "the local mine serves " + file.file())
            .orElse("the local mine serves " + config.rows() + " genes");
    return new StartedMine(mine.serviceRoot(), what, mine::close);
  }

  /**
   * A recording.
   *
   * @param folder where it lies
   * @param recordedPace whether answers come as they came, not as fast as can be
   * @param seed decides about faults with a probability
   * @throws IOException if it cannot be read
   */
  public static StartedMine recorded(
      int port, Path folder, boolean recordedPace, FaultSpec faults, long seed) throws IOException {
    try {
      Recording recording = Recording.read(folder);
      Pace pace = recordedPace ? Pace.RECORDED : Pace.FULL;
      RecordedMine mine = RecordedMine.start(port, recording, pace, faults, seed);
      String what =
          "the recording of %s is served, %d rows".formatted(recording.mine(), recording.rows());
      return new StartedMine(mine.serviceRoot(), what, mine::close);
    } catch (RecordingUnreadable e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.run();
  }
}
