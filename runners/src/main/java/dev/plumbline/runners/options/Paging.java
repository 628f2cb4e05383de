package dev.plumbline.runners.options;

/**
 * How rows are asked for.
 *
 * @param rowsTarget rows wanted, at least 1
 * @param pageSize rows asked for at once
 * @param workers connections to the mine, 1 to 64
 * @param tries how often a request is tried before the run fails, 1 to 100
 * @param retryWaitSeconds how long is waited before the second try, 0 to 60
 * @param requestTimeoutSeconds how long one request may take in all, 1 to 86,400
 */
public record Paging(
    long rowsTarget,
    int pageSize,
    @BesideTheRows int workers,
    @BesideTheRows int tries,
    @BesideTheRows double retryWaitSeconds,
    @BesideTheRows int requestTimeoutSeconds) {
  private static final double MOST_RETRY_WAIT_SECONDS = 60;

  /** Checks the bounds. */
  public Paging {
    Bounds.check("--rows-target", rowsTarget, 1, Long.MAX_VALUE);
    Bounds.pageSize(pageSize);
    Bounds.check("--workers", workers, 1, Bounds.MAX_WORKERS);
    Bounds.check("--tries", tries, 1, 100);
    if (!(retryWaitSeconds >= 0 && retryWaitSeconds <= MOST_RETRY_WAIT_SECONDS)) {
      throw UsageException.of("--retry-wait-seconds", retryWaitSeconds, "0 to 60");
    }
    Bounds.check("--request-timeout-seconds", requestTimeoutSeconds, 1, 86_400);
  }

  Paging of(long rows) {
    return new Paging(rows, pageSize, workers, tries, retryWaitSeconds, requestTimeoutSeconds);
  }

  Paging by(int connections) {
    return new Paging(
        rowsTarget, pageSize, connections, tries, retryWaitSeconds, requestTimeoutSeconds);
  }
}
