package dev.plumbline.runners.mine.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP server on the loopback interface, on plain sockets, that asks a {@link Backend} and
 * spoils its answers as it was told. A thread for each connection, all of them daemons.
 */
public final class FaultyServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final ServerSocket listener;
  private final Backend backend;
  private final FaultSpec faults;
  private final FaultPlan plan;
  private final FaultLog log = new FaultLog();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private FaultyServer(int port, Backend backend, FaultSpec faults, long seed) throws IOException {
    this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    this.backend = backend;
    this.faults = faults;
    this.plan = new FaultPlan(faults, seed);
  }

  /**
   * Starts to listen.
   *
   * @param port on 127.0.0.1, 0 for any free one
   * @param seed decides about faults with a probability
   * @throws IllegalStateException if it cannot listen on the port, for example because it is in use
   */
  public static FaultyServer start(int port, Backend backend, FaultSpec faults, long seed) {
    try {
      FaultyServer server = new FaultyServer(port, backend, faults, seed);
      server.daemon("faulty-listener", server::listen);
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot listen on 127.0.0.1:" + port + ": is the port in use?", e);
    }
  }

  /** {@code http://127.0.0.1:PORT} and the path. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** What it has seen and done; also after it was closed. */
  public FaultLog log() {
    return log;
  }

  /** Stops listening, and ends every answer that is under way. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
      threads.forEach(Thread::interrupt);
    } catch (IOException e) {
      throw new UncheckedIOException("closing the faulty server", e);
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        take(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException("the faulty server takes no connections any more", e);
        }
      }
    }
  }

  private void take(Socket socket) {
    if (open.size() >= faults.connections()) {
      log.refused();
      refuse(socket);
    } else {
      log.connected();
      open.add(socket);
      daemon("faulty-connection", () -> serve(socket));
    }
  }

  private static void refuse(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // it has gone already
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new FaultyConnection(socket, backend, plan, log).serve();
    } catch (IOException e) {
      // The client went away, which is its right.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed in the middle of an answer
    } finally {
      open.remove(socket);
    }
  }

  private void daemon(String name, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            },
            name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }
}
