package dev.plumbline.runners.mine.scripted;

import java.util.HashMap;
import java.util.Map;

/** Counts requests and connections. */
final class RequestLog {

  /** Stands for a request for a count among the starts of pages. */
  static final long COUNT = -1;

  private final Map<Long, Integer> requests = new HashMap<>();
  private int connections;
  private int underWay;
  private int maxConcurrent;

  synchronized void connected() {
    connections++;
  }

  /** One more request for a page; which attempt it is, from 1. */
  synchronized int requested(long start) {
    return requests.merge(start, 1, Integer::sum);
  }

  synchronized void begun() {
    maxConcurrent = Math.max(maxConcurrent, ++underWay);
  }

  synchronized void ended() {
    underWay--;
  }

  synchronized int requests(long start) {
    return requests.getOrDefault(start, 0);
  }

  synchronized int connections() {
    return connections;
  }

  synchronized int maxConcurrent() {
    return maxConcurrent;
  }
}
