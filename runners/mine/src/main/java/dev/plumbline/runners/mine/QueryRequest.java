package dev.plumbline.runners.mine;

import java.util.Map;

/**
 * The checked parameters of a query request.
 *
 * @param query PathQuery XML
 * @param start first row, from 0
 * @param size most rows, at least 1
 */
record QueryRequest(String query, long start, long size) {

  private static final int MAX_SIZE = 10_000_000;

  /**
   * Reads the parameters.
   *
   * @throws QueryRefused if one is missing or out of its range
   */
  static QueryRequest of(Map<String, String> parameters) {
    String query = parameters.getOrDefault("query", "");
    if (query.isBlank()) {
      throw QueryRefused.badRequest("The 'query' parameter must not be blank");
    }
    return new QueryRequest(
        query,
        integer(parameters, "start", 0, 0, Integer.MAX_VALUE),
        integer(parameters, "size", MAX_SIZE, 1, MAX_SIZE));
  }

  private static long integer(
      Map<String, String> parameters, String name, long absent, long least, long most) {
    String text = parameters.getOrDefault(name, "");
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
