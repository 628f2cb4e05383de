package dev.plumbline.runners.mine;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * A running mine on the loopback interface. Its threads are daemons named {@code mine-...}.
 *
 * <p>Results are rendered once and kept up to a third of the JVM's largest heap, mostly outside the
 * heap; larger results are rendered for each request.
 */
public final class LocalMine implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 8;
  private static final int IDLE_MILLIS = 60_000;
  private static final int REQUEST_HEADER_BYTES = 65_536;
  private static final int BACKLOG = 512;

  private final MineThreads threads = new MineThreads("mine-");
  private final ServerCounters counters = new ServerCounters();
  private final PoolWorkers workers = new PoolWorkers(threads);
  private final Server server = new Server(threadPool(), scheduler(), null);
  private final ServerConnector connector;

  private LocalMine(MineConfig config) {
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(HOST);
    connector.setPort(config.port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    long boundBytes = Runtime.getRuntime().maxMemory() / 3;
    QueryEngine engine = MineData.engine(config.seed(), config.rows(), workers);
    QueryResults results = new QueryResults(engine, workers, counters, boundBytes);
    server.setHandler(new ServiceHandler(results, counters, ModelReader.text(), this::stats));
  }

  /**
   * Starts a mine.
   *
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   */
  public static LocalMine start(MineConfig config) {
    long begun = System.nanoTime();
    LocalMine mine = new LocalMine(config);
    try {
      mine.server.start();
      mine.counters.started(System.nanoTime() - begun);
      return mine;
    } catch (IOException e) {
      mine.close();
      throw new IllegalStateException(
          "cannot listen on " + HOST + ":" + config.port() + ": is the port in use?", e);
    } catch (Exception e) {
      mine.close();
      throw new IllegalStateException("cannot start the mine on port " + config.port(), e);
    }
  }

  /** What clients call the service's root, {@code http://127.0.0.1:PORT/plumbline/service}. */
  public URI serviceRoot() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + "/plumbline/service");
  }

  /** What the mine has done so far; also after it was closed. */
  public MineStats stats() {
    return counters.stats(threads.cpu());
  }

  /** Stops listening and drops all connections; safe to call twice. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("stopping the mine", e);
    } finally {
      workers.close();
    }
  }

  private QueuedThreadPool threadPool() {
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
    return http;
  }
}
