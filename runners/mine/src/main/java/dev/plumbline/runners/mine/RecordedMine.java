package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.recorded.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Serves a recording on the loopback interface: to the same requests, the same bytes. What was not
 * recorded is answered with 404.
 */
public final class RecordedMine implements AutoCloseable {

  private final MineThreads threads = new MineThreads("mine-");
  private final ServerCounters counters = new ServerCounters();
  private final LoopbackServer server;

  private RecordedMine(int port, Recording recording, Pace pace) throws IOException {
    RecordedAnswers answers = RecordedAnswers.of(recording);
    server =
        new LoopbackServer(
            port, threads, new RecordedHandler(answers, pace, counters, this::stats));
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   * @throws UncheckedIOException if a body cannot be opened
   */
  public static RecordedMine start(int port, Recording recording, Pace pace) {
    long begun = System.nanoTime();
    try {
      RecordedMine mine = new RecordedMine(port, recording, pace);
      mine.server.start();
      mine.counters.started(System.nanoTime() - begun);
      return mine;
    } catch (IOException e) {
      throw new UncheckedIOException("opening the recording " + recording.folder(), e);
    }
  }

  /** What clients call the service's root, {@code http://127.0.0.1:PORT/plumbline/service}. */
  public URI serviceRoot() {
    return server.address(MineFront.SERVICE_ROOT);
  }

  /** What has been served so far; also after it was closed. Nothing is ever rendered. */
  public MineStats stats() {
    return counters.stats(threads.cpu());
  }

  /** Stops listening and drops all connections; safe to call twice. */
  @Override
  public void close() {
    server.close();
  }
}
