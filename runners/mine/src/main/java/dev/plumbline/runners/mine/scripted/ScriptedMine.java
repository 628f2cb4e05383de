package dev.plumbline.runners.mine.scripted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback web service that serves given rows and misbehaves on request: version, model, count
 * and JSON pages by {@code start} and {@code size}. It does not read the query.
 */
public final class ScriptedMine implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final ServerSocket listener;
  private final Script script;
  private final RequestLog log = new RequestLog();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ScriptedMine(Script script) throws IOException {
    this.script = script;
    this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  /** A mine without rows and faults, root class Gene. */
  public static Builder builder() {
    return new Builder();
  }

  /** The service's root, {@code http://127.0.0.1:PORT/scripted/service}. */
  public URI serviceRoot() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/scripted/service");
  }

  /** How many requests came for the page that begins at {@code start}. */
  public int requests(long start) {
    return log.requests(start);
  }

  /** How many requests came for a count. */
  public int countRequests() {
    return log.requests(RequestLog.COUNT);
  }

  /** How many TCP connections were opened. */
  public int connections() {
    return log.connections();
  }

  /** The most requests that were under way at the same time. */
  public int maxConcurrent() {
    return log.maxConcurrent();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("closing the scripted mine", e);
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        log.connected();
        open.add(socket);
        daemon("scripted-connection", () -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new ScriptedConnection(socket, script, log).serve();
    } catch (IOException e) {
      // The client went away, which is its right.
    } finally {
      open.remove(socket);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Collects what the mine serves and how it misbehaves. */
  public static final class Builder {
    private String model = "<model name=\"genomic\" package=\"org.intermine.model.bio\"/>";
    private String root = "Gene";
    private List<String> views = List.of("Gene.primaryIdentifier");
    private List<String> rows = List.of();
    private final List<Fault> faults = new ArrayList<>();

    private Builder() {}

    /** The model XML. */
    public Builder model(String xml) {
      model = xml;
      return this;
    }

    /** The root class named in the header. */
    public Builder root(String className) {
      root = className;
      return this;
    }

    /** The views named in the header. */
    public Builder views(List<String> paths) {
      views = List.copyOf(paths);
      return this;
    }

    /** The rows as JSON arrays, each {@code [..]}, in order. */
    public Builder rows(List<String> jsonRows) {
      rows = List.copyOf(jsonRows);
      return this;
    }

    /** One more fault. */
    public Builder fault(Fault fault) {
      faults.add(fault);
      return this;
    }

    /** Starts to listen on a free port. */
    public ScriptedMine start() {
      try {
        ScriptedMine mine = new ScriptedMine(new Script(model, root, views, rows, faults));
        daemon("scripted-listener", mine::listen);
        return mine;
      } catch (IOException e) {
        throw new UncheckedIOException("starting the scripted mine", e);
      }
    }
  }
}
