package dev.plumbline.runners.mine.scripted;

import dev.plumbline.runners.mine.faults.FaultLog;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.faults.FaultyServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A loopback web service that serves given rows and misbehaves on request: version, model, count
 * and JSON pages by {@code start} and {@code size}. It does not read the query.
 */
public final class ScriptedMine implements AutoCloseable {

  private static final long SEED = 42;

  private final FaultyServer server;

  private ScriptedMine(FaultyServer server) {
    this.server = server;
  }

  /** A mine without rows and faults, root class Gene. */
  public static Builder builder() {
    return new Builder();
  }

  /** The service's root, {@code http://127.0.0.1:PORT/scripted/service}. */
  public URI serviceRoot() {
    return server.address("/scripted/service");
  }

  /** What has come, and which faults have struck. */
  public FaultLog log() {
    return server.log();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    server.close();
  }

  /** Collects what the mine serves and how it misbehaves. */
  public static final class Builder {
    private String model = "<model name=\"genomic\" package=\"org.intermine.model.bio\"/>";
    private String root = "Gene";
    private List<String> views = List.of();
    private List<String> rows = List.of();
    private final List<String> faults = new ArrayList<>();

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

    /** The views named in the header; without them it names none, as older services do. */
    public Builder views(List<String> paths) {
      views = List.copyOf(paths);
      return this;
    }

    /** The rows as JSON arrays, each {@code [..]}, in order. */
    public Builder rows(List<String> jsonRows) {
      rows = List.copyOf(jsonRows);
      return this;
    }

    /** More faults, as {@link FaultSpec#parse} reads them. */
    public Builder faults(String spec) {
      faults.add(spec);
      return this;
    }

    /** Starts to listen on a free port. */
    public ScriptedMine start() {
      FaultSpec spec = FaultSpec.parse(String.join(";", faults));
      Script script = new Script(model, root, views, rows);
      return new ScriptedMine(FaultyServer.start(0, script, spec, SEED));
    }
  }
}
