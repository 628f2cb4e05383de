package dev.plumbline.transforms.mine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of a mine.
 *
 * @param method GET, or POST with the parameters as a form
 * @param path from the service's root on, such as {@code /query/results}
 * @param parameters in the order in which they are sent; empty with GET
 */
public record MineRequest(String method, String path, Map<String, String> parameters) {
  static final String RESULTS = "/query/results";

  /** Copies the parameters, keeping their order. */
  public MineRequest {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static MineRequest get(String path) {
    return new MineRequest("GET", path, Map.of());
  }

  static MineRequest count(PathQuery query) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", query.xml());
    form.put("start", "0");
    form.put("format", "count");
    return new MineRequest("POST", RESULTS, form);
  }

  static MineRequest page(PathQuery query, long start, int size) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", query.xml());
    form.put("start", Long.toString(start));
    form.put("size", Integer.toString(size));
    form.put("format", "json");
    return new MineRequest("POST", RESULTS, form);
  }
}
