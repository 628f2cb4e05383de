package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.query.parse.QueryRefused;

/**
 * The checked parameters of a query request.
 *
 * @param query PathQuery XML or JSON
 * @param start first row, from 0
 * @param size most rows, at least 1
 */
record QueryRequest(String query, long start, long size) {

  private static final int MAX_SIZE = 10_000_000;

  /**
   * Reads the parameters of a request that brings its query.
   *
   * @throws QueryRefused if one is missing or out of its range
   */
  static QueryRequest of(ServiceRequest request) {
    for (String stored : new String[] {"qid", "qlzw"}) {
      if (!request.parameter(stored).isBlank()) {
        throw QueryRefused.badRequest(
            "This mine reads queries from the parameter query, not " + stored);
      }
    }
    String query = request.parameter("query");
    if (query.isBlank()) {
      throw QueryRefused.badRequest("The 'query' parameter must not be blank");
    }
    return of(query, request);
  }

  /**
   * Reads the other parameters of a request for the rows of {@code query}.
   *
   * @throws QueryRefused if one is out of its range
   */
  static QueryRequest of(String query, ServiceRequest request) {
    return new QueryRequest(
        query,
        integer(request, "start", 0, 0, Integer.MAX_VALUE),
        integer(request, "size", MAX_SIZE, 1, MAX_SIZE));
  }

  private static long integer(
      ServiceRequest request, String name, long absent, long least, long most) {
    String text = request.parameter(name);
    if (text.isEmpty()) {
      return absent;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw invalid(name, text);
    }
    throw invalid(name, text);
  }

  private static QueryRefused invalid(String name, String text) {
    return QueryRefused.badRequest("Invalid " + name + " parameter: " + text);
  }
}
