package dev.plumbline.runners.mine.faults;

import java.util.HashMap;
import java.util.Map;

/** What a {@link FaultyServer} has seen and done. */
public final class FaultLog {

  private final Map<FaultTarget, Integer> requests = new HashMap<>();
  private final Map<FaultTarget.Kind, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> struck = new HashMap<>();
  private int connections;
  private int refused;
  private int underWay;
  private int mostConcurrent;

  FaultLog() {}

  /** Which attempt for the same this is, and which request of its kind, both from 1. */
  record Place(int attempt, int ordinal) {}

  synchronized Place requested(FaultTarget asked) {
    return new Place(
        requests.merge(asked, 1, Integer::sum), kinds.merge(asked.kind(), 1, Integer::sum));
  }

  synchronized void struck(String fault) {
    struck.merge(fault, 1, Integer::sum);
  }

  synchronized void connected() {
    connections++;
  }

  synchronized void refused() {
    refused++;
  }

  synchronized void begun() {
    mostConcurrent = Math.max(mostConcurrent, ++underWay);
  }

  synchronized void ended() {
    underWay--;
  }

  /** How many requests came for pages that begin at this row. */
  public synchronized int requests(long start) {
    return requests.entrySet().stream()
        .filter(e -> e.getKey().kind() == FaultTarget.Kind.PAGE && e.getKey().start() == start)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many requests came for pages. */
  public synchronized int pageRequests() {
    return kinds.getOrDefault(FaultTarget.Kind.PAGE, 0);
  }

  /** How many requests came for counts. */
  public synchronized int countRequests() {
    return kinds.getOrDefault(FaultTarget.Kind.COUNT, 0);
  }

  /** How often the fault of this name has struck. */
  public synchronized int struckBy(String fault) {
    return struck.getOrDefault(fault, 0);
  }

  /** How many TCP connections were opened, those refused not among them. */
  public synchronized int connections() {
    return connections;
  }

  /** How many connections were refused for being too many. */
  public synchronized int refusedConnections() {
    return refused;
  }

  /** The most requests that were under way at the same time. */
  public synchronized int mostConcurrent() {
    return mostConcurrent;
  }
}
