package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.table.EngineUse;
import dev.plumbline.transforms.table.TableException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the worker answered to one request.
 *
 * @param id the request's
 * @param error why the work failed, or null if it did not
 * @param figures what the work found out, by name; empty if it failed
 * @param use what the work took
 * @param node the version of Node
 * @param polars the version of Polars
 */
record WorkerAnswer(
    long id,
    @Nullable String error,
    Map<String, BigInteger> figures,
    EngineUse use,
    String node,
    String polars) {
  /** Copies the figures. */
  WorkerAnswer {
    figures = Map.copyOf(figures);
  }

  /**
   * One of the figures.
   *
   * @throws TableException if the worker left it out
   */
  BigInteger figure(String name) {
    BigInteger figure = figures.get(name);
    if (figure == null) {
      throw new TableException(
          "The polars worker found out %s, but not '%s'".formatted(figures.keySet(), name), null);
    }
    return figure;
  }

  /** The versions of all parts. */
  String version() {
    return "nodejs-polars %s on Node %s".formatted(polars, node);
  }
}
