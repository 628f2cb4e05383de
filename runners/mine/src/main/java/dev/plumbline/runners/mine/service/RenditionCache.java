package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The results of the last queries, bounded in bytes; the least recently used are dropped. */
final class RenditionCache {

  private final long boundBytes;
  private final Map<PathQuery, Rendition> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PathQuery, FutureTask<Rendition>> pending = new HashMap<>();
  private long sizeBytes;

  RenditionCache(long boundBytes) {
    this.boundBytes = boundBytes;
  }

  long boundBytes() {
    return boundBytes;
  }

  /** The query's result, evaluated once however many ask for it at the same time. */
  Rendition get(PathQuery query, Supplier<Rendition> evaluation) {
    FutureTask<Rendition> task;
    synchronized (this) {
      Rendition known = kept.get(query);
      if (known != null) {
        return known;
      }
      task = pending.computeIfAbsent(query, q -> new FutureTask<>(evaluation::get));
    }
    task.run();
    try {
      return settle(query, await(task));
    } finally {
      forget(query);
    }
  }

  private synchronized void forget(PathQuery query) {
    pending.remove(query);
  }

  private static Rendition await(FutureTask<Rendition> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof QueryRefused refused) {
        throw refused;
      }
      throw new IllegalStateException("evaluating a query", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while evaluating a query", e);
    }
  }

  private synchronized Rendition settle(PathQuery query, Rendition fresh) {
    Rendition known = kept.putIfAbsent(query, fresh);
    if (known != null) {
      return known;
    }
    sizeBytes += fresh.sizeBytes();
    var eldest = kept.values().iterator();
    while (sizeBytes > boundBytes && kept.size() > 1) {
      sizeBytes -= eldest.next().sizeBytes();
      eldest.remove();
    }
    return fresh;
  }
}
