package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.service.MineThreads;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** An HTTP server on the loopback interface, on threads whose CPU time is known. */
final class LoopbackServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 8;
  private static final int IDLE_MILLIS = 60_000;
  private static final int REQUEST_HEADER_BYTES = 65_536;
  private static final int BACKLOG = 512;

  private final Server server;
  private final ServerConnector connector;

  /** A server that is not started yet; port 0 stands for any free one. */
  LoopbackServer(int port, MineThreads threads, Handler handler) {
    server = new Server(threadPool(threads), scheduler(), null);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(HOST);
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setHandler(handler);
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   */
  void start() {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw new IllegalStateException(
          "cannot listen on " + HOST + ":" + connector.getPort() + ": is the port in use?", e);
    } catch (Exception e) {
      close();
      throw new IllegalStateException("cannot start the mine on port " + connector.getPort(), e);
    }
  }

  /** {@code http://127.0.0.1:PORT} and the path. */
  URI address(String path) {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + path);
  }

  /** Stops listening and drops all connections; safe to call twice. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("stopping the mine", e);
    }
  }

  private static QueuedThreadPool threadPool(MineThreads threads) {
    QueuedThreadPool pool =
        new QueuedThreadPool(
            MAX_THREADS, MIN_THREADS, IDLE_MILLIS, -1, new BlockingArrayQueue<>(), null, threads);
    pool.setName("mine-http");
    pool.setDaemon(true);
    return pool;
  }

  private static ScheduledExecutorScheduler scheduler() {
    return new ScheduledExecutorScheduler("mine-timer", true);
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    // a client that was given an address with a slash at its end sends two of them
    http.setUriCompliance(
        UriCompliance.from(Set.of(UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT)));
    return http;
  }
}
