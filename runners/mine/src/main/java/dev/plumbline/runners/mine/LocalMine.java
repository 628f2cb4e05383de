package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.faults.FaultLog;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.service.MineStats;
import dev.plumbline.runners.mine.service.MineThreads;
import dev.plumbline.runners.mine.service.QueryResults;
import dev.plumbline.runners.mine.service.ServerCounters;
import dev.plumbline.runners.mine.service.ServiceHandler;
import java.net.URI;
import java.util.Optional;

/**
 * A running mine on the loopback interface. Its threads are daemons named {@code mine-...}.
 *
 * <p>Results are rendered once and kept up to a third of the JVM's largest heap, mostly outside the
 * heap; larger results are rendered for each request.
 */
public final class LocalMine implements AutoCloseable {

  private final MineThreads threads = new MineThreads("mine-");
  private final ServerCounters counters = new ServerCounters();
  private final PoolWorkers workers = new PoolWorkers(threads);
  private final MineFront front;

  private LocalMine(MineConfig config, Holdings holdings) {
    long boundBytes = Runtime.getRuntime().maxMemory() / 3;
    QueryEngine engine = holdings.engine(workers);
    QueryResults results = new QueryResults(engine, workers, counters, boundBytes, config.ahead());
    front =
        new MineFront(
            config.port(),
            config.faults(),
            config.seed(),
            threads,
            new ServiceHandler(results, counters, holdings.model().text(), this::stats));
  }

  /**
   * Starts a mine.
   *
   * @throws dev.plumbline.runners.mine.userdata.UserDataRefused if the user's file cannot be served
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   */
  public static LocalMine start(MineConfig config) {
    long begun = System.nanoTime();
    LocalMine mine = new LocalMine(config, Holdings.of(config));
    try {
      mine.front.start();
      mine.counters.started(System.nanoTime() - begun);
      return mine;
    } catch (IllegalStateException e) {
      mine.workers.close();
      throw e;
    }
  }

  /** What clients call the service's root, {@code http://127.0.0.1:PORT/plumbline/service}. */
  public URI serviceRoot() {
    return front.serviceRoot();
  }

  /** What has come where faults were asked for, and which have struck; empty without them. */
  public Optional<FaultLog> faults() {
    return front.log();
  }

  /** What the mine has done so far; also after it was closed. */
  public MineStats stats() {
    return counters.stats(threads.cpu());
  }

  /** Stops listening and drops all connections; safe to call twice. */
  @Override
  public void close() {
    try {
      front.close();
    } finally {
      workers.close();
    }
  }
}
