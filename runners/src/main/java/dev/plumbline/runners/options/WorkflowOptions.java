package dev.plumbline.runners.options;

import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.runner.Runners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an {@code elt} or {@code etl} run was asked for, with every default filled in. It is
 * made once, from the command line, and is what the forked JVM reads and the report stores.
 *
 * @param pipeline name of the pipeline: {@code elt} or {@code etl}
 * @param target name of the mine, or {@code custom} for a bare {@code --mine-url}
 * @param serviceRoot URL of the mine's web service
 * @param queryRoot class of the exported objects
 * @param queryViews paths from the root class, in column order
 * @param queryJoins {@code path:OUTER} or {@code path:INNER}
 * @param rowsTarget rows wanted, at least 1
 * @param pageSize rows asked for at once
 * @param workers connections to the mine, 1 to 64
 * @param tries how often a request is tried before the run fails, 1 to 100
 * @param retryWaitSeconds how long is waited before the second try, 0 to 60
 * @param parallelism threads of the runner
 * @param runner what carries the pipeline
 * @param heap heap of the run's JVM, such as {@code 2g}
 * @param mineSeed seed of the embedded mine's data
 * @param mineRows genes in the embedded mine
 * @param mineFaults how the mine that we serve misbehaves; empty if it does not
 * @param mineData the file that the local mine serves; null for generated genes
 * @param engine which engine does the transform, and what engines may use
 * @param strictParity whether a difference ends the run with exit 3
 * @param paritySideOutput whether the digest is taken inside the pipeline
 * @param paritySample which rows are hashed as a sample
 * @param showValues whether a diagnosis may quote differing values of a remote mine
 * @param resultsDir folder that run directories are made in
 * @param jsonOut file the report is copied to; null if none
 * @param mineKind what serves the run
 * @param pages the mine's answers on disk: recorded, replayed or neither
 * @param requestTimeoutSeconds how long one request may take in all, 1 to 86,400
 * @param keeping what the run leaves for later replays
 * @param command the command line, redacted
 */
public record WorkflowOptions(
    String pipeline,
    String target,
    String serviceRoot,
    String queryRoot,
    List<String> queryViews,
    List<String> queryJoins,
    long rowsTarget,
    int pageSize,
    int workers,
    int tries,
    double retryWaitSeconds,
    int parallelism,
    Runners runner,
    String heap,
    long mineSeed,
    long mineRows,
    String mineFaults,
    @Nullable MineFile mineData,
    EngineChoice engine,
    boolean strictParity,
    boolean paritySideOutput,
    ParitySample paritySample,
    boolean showValues,
    String resultsDir,
    @Nullable String jsonOut,
    MineKind mineKind,
    PagesOnDisk pages,
    int requestTimeoutSeconds,
    Keeping keeping,
    List<String> command) {
  private static final double MOST_RETRY_WAIT_SECONDS = 60;

  public WorkflowOptions {
    queryViews = List.copyOf(queryViews);
    queryJoins = List.copyOf(queryJoins);
    command = List.copyOf(command);
    if (queryViews.isEmpty()) {
      throw new UsageException("--query-views: found none, expected at least one path");
    }
    Bounds.check("--rows-target", rowsTarget, 1, Long.MAX_VALUE);
    Bounds.pageSize(pageSize);
    Bounds.check("--workers", workers, 1, Bounds.MAX_WORKERS);
    Bounds.check("--tries", tries, 1, 100);
    if (!(retryWaitSeconds >= 0 && retryWaitSeconds <= MOST_RETRY_WAIT_SECONDS)) {
      throw UsageException.of("--retry-wait-seconds", retryWaitSeconds, "0 to 60");
    }
    Bounds.check("--parallelism", parallelism, 1, Bounds.MAX_THREADS);
    Bounds.check("--mine-rows", mineRows, 1, Bounds.MAX_MINE_ROWS);
    Bounds.check("--request-timeout-seconds", requestTimeoutSeconds, 1, 86_400);
  }

  /** Whether values of the mine's rows may be shown: those of foreign mines only if asked for. */
  public boolean showsRows() {
    return mineKind != MineKind.FOREIGN || showValues;
  }

  /** The workflow; others than {@code elt} and {@code etl} export and are none. */
  public Workflow workflow() {
    return Workflow.of(pipeline)
        .orElseThrow(() -> new IllegalStateException(pipeline + " is no workflow"));
  }

  /** What decides which classes the run loads. */
  public String distinction() {
    return String.join("-", pipeline, runner.label(), engine.name());
  }

  /** The same run against the service root that turned out to serve it. */
  public WorkflowOptions withServiceRoot(String url) {
    return with(url, rowsTarget);
  }

  /** The same run at another size. */
  public WorkflowOptions withRowsTarget(long rows) {
    return with(serviceRoot, rows);
  }

  /** The same run with so many connections to the mine. */
  public WorkflowOptions withWorkers(int connections) {
    return with(serviceRoot, query(), rowsTarget, keeping, connections);
  }

  /** The same run, which leaves nothing for later replays. */
  public WorkflowOptions keepingNothing() {
    return with(serviceRoot, query(), rowsTarget, Keeping.nothing());
  }

  private QueryKind query() {
    return new QueryKind("", queryRoot, queryViews, queryJoins);
  }

  /** The same run of another query. */
  public WorkflowOptions withQuery(QueryKind query) {
    return with(serviceRoot, query, rowsTarget, keeping);
  }

  private WorkflowOptions with(String url, long rows) {
    return with(url, query(), rows, keeping);
  }

  private WorkflowOptions with(String url, QueryKind query, long rows, Keeping kept) {
    return with(url, query, rows, kept, workers);
  }

  private WorkflowOptions with(
      String url, QueryKind query, long rows, Keeping kept, int connections) {
    return new WorkflowOptions(
        pipeline,
        target,
        url,
        query.root(),
        query.views(),
        query.joins(),
        rows,
        pageSize,
        connections,
        tries,
        retryWaitSeconds,
        parallelism,
        runner,
        heap,
        mineSeed,
        mineRows,
        mineFaults,
        mineData,
        engine,
        strictParity,
        paritySideOutput,
        paritySample,
        showValues,
        resultsDir,
        jsonOut,
        mineKind,
        pages,
        requestTimeoutSeconds,
        kept,
        command);
  }
}
