package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.faults.FaultLog;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.faults.FaultyServer;
import dev.plumbline.runners.mine.faults.Forwarding;
import dev.plumbline.runners.mine.service.MineThreads;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/**
 * What clients speak to: the server itself, or, where faults are asked for, a faulty one in front
 * of it. A mine that behaves pays nothing for those that do not.
 */
final class MineFront implements AutoCloseable {

  /** The path of a mine's service root. */
  static final String SERVICE_ROOT = "/plumbline/service";

  private final int port;
  private final FaultSpec faults;
  private final long seed;
  private final LoopbackServer server;
  private @Nullable FaultyServer faulty;

  MineFront(int port, FaultSpec faults, long seed, MineThreads threads, Handler handler) {
    this.port = port;
    this.faults = faults;
    this.seed = seed;
    this.server = new LoopbackServer(faults.isEmpty() ? port : 0, threads, handler);
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if it cannot listen on the port
   */
  void start() {
    server.start();
    if (!faults.isEmpty()) {
      try {
        faulty = FaultyServer.start(port, new Forwarding(server.address("")), faults, seed);
      } catch (IllegalStateException e) {
        server.close();
        throw e;
      }
    }
  }

  URI serviceRoot() {
    FaultyServer front = faulty;
    return front == null ? server.address(SERVICE_ROOT) : front.address(SERVICE_ROOT);
  }

  /** What the faulty server has seen; empty where none is asked for. */
  Optional<FaultLog> log() {
    return Optional.ofNullable(faulty).map(FaultyServer::log);
  }

  @Override
  public void close() {
    if (faulty != null) {
      faulty.close();
    }
    server.close();
  }
}
