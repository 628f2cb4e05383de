package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.service.MineStats;
import dev.plumbline.runners.mine.service.MineThreads;
import dev.plumbline.runners.mine.service.ServerCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;

/**
 * Serves a recording on the loopback interface: to the same requests, the same bytes. What was not
 * recorded is answered with 404.
 */
public final class RecordedMine implements AutoCloseable {

  private final MineThreads threads = new MineThreads("mine-");
  private final ServerCounters counters = new ServerCounters();
  private final MineFront front;

  private RecordedMine(int port, Recording recording, Pace pace, FaultSpec faults, long seed)
      throws IOException {
    RecordedAnswers answers = RecordedAnswers.of(recording);
    Handler handler = new RecordedHandler(answers, pace, counters, this::stats);
    front = new MineFront(port, faults, seed, threads, handler);
  }

  /** Starts to serve, without faults. */
  public static RecordedMine start(int port, Recording recording, Pace pace) {
    return start(port, recording, pace, FaultSpec.none(), 0);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param faults how it misbehaves
   * @param seed decides about faults with a probability
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   * @throws UncheckedIOException if a body cannot be opened
   */
  public static RecordedMine start(
      int port, Recording recording, Pace pace, FaultSpec faults, long seed) {
    long begun = System.nanoTime();
    try {
      RecordedMine mine = new RecordedMine(port, recording, pace, faults, seed);
      mine.front.start();
      mine.counters.started(System.nanoTime() - begun);
      return mine;
    } catch (IOException e) {
      throw new UncheckedIOException("opening the recording " + recording.folder(), e);
    }
  }

  /** What clients call the service's root, {@code http://127.0.0.1:PORT/plumbline/service}. */
  public URI serviceRoot() {
    return front.serviceRoot();
  }

  /** What has been served so far; also after it was closed. Nothing is ever rendered. */
  public MineStats stats() {
    return counters.stats(threads.cpu());
  }

  /** Stops listening and drops all connections; safe to call twice. */
  @Override
  public void close() {
    front.close();
  }
}
