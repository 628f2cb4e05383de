package dev.plumbline.runners.mine.faults;

import java.util.Locale;

/**
 * What a request asks for.
 *
 * @param kind page, count, model or version
 * @param start first row of a page, from 0; 0 for all else
 * @param size rows of a page; 0 for all else
 */
record FaultTarget(Kind kind, long start, long size) {

  private static final long ALL = 10_000_000;

  /** What can be asked for. */
  enum Kind {
    PAGE,
    COUNT,
    MODEL,
    VERSION,
    OTHER;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static FaultTarget of(RawRequest request) {
    String path = request.path();
    if (path.contains("/query/results")) {
      boolean count = request.parameters().getOrDefault("format", "").contains("count");
      return count
          ? new FaultTarget(Kind.COUNT, 0, 0)
          : new FaultTarget(Kind.PAGE, request.number("start", 0), request.number("size", ALL));
    }
    if (path.contains("/service/version")) {
      return new FaultTarget(Kind.VERSION, 0, 0);
    }
    return new FaultTarget(path.contains("/service/model") ? Kind.MODEL : Kind.OTHER, 0, 0);
  }

  /** Which page of this size it is, from 0. */
  long page() {
    return size == 0 ? 0 : start / size;
  }
}
