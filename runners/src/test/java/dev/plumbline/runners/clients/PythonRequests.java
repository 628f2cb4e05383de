package dev.plumbline.runners.clients;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes that the two Python clients send: their headers in their order, and their queries as
 * Python's minidom writes them.
 */
enum PythonRequests {
  /** The official client 1.13.0, on urllib: a connection for each request, and never gzip. */
  OFFICIAL {
    @Override
    List<String> head(String start, String host, List<String> content) {
      return lines(
          List.of(
              List.of(start, "Accept-Encoding: identity"),
              content.stream().map(line -> line.replace("; charset=utf-8", "")).toList(),
              List.of(
                  "Host: " + host,
                  "User-Agent: Python-urllib/3.11",
                  "Useragent: InterMine-Client-1.13.0/" + PYTHON,
                  "Connection: close")));
    }
  },
  /** intermine314 0.1.5, on requests. */
  INTERMINE314 {
    @Override
    List<String> head(String start, String host, List<String> content) {
      return lines(
          List.of(
              List.of(
                  start,
                  "Host: " + host,
                  "User-Agent: InterMine-Client-0.1.5/" + PYTHON,
                  "Accept-Encoding: gzip, deflate",
                  "Accept: */*",
                  "Connection: keep-alive"),
              content));
    }
  };

  private static final String PYTHON =
      "python-sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)";

  /** The lines of a request's head; {@code content} says what its form is. */
  abstract List<String> head(String start, String host, List<String> content);

  /** Asks for a resource of the service. */
  byte[] resource(URI root, String resource) {
    String start = "GET " + root.getPath() + resource + " HTTP/1.1";
    return request(head(start, root.getAuthority(), List.of()), "");
  }

  /** Asks for results; without a size if that is 0. */
  byte[] results(URI root, String query, long start, long size, String format) {
    String form = form(query, start, size, format);
    List<String> content =
        List.of(
            "Content-Type: application/x-www-form-urlencoded; charset=utf-8",
            "Content-Length: " + form.length());
    String line = "POST " + root.getPath() + "/query/results HTTP/1.1";
    return request(head(line, root.getAuthority(), content), form);
  }

  /** The same by GET, as intermine314 does once a POST has failed. */
  byte[] resultsByGet(URI root, String query, long start, long size, String format) {
    String form = form(query, start, size, format);
    return resource(root, "/query/results?" + form);
  }

  private static byte[] request(List<String> head, String form) {
    String text = String.join("\r\n", head) + "\r\n\r\n" + form;
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> lines(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static String form(String query, long start, long size, String format) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", query);
    form.put("start", Long.toString(start));
    if (size > 0) {
      form.put("size", Long.toString(size));
    }
    form.put("format", format);
    return Asking.encoded(form);
  }

  /** A query as both clients write it; children are to be escaped already. */
  static String query(String view, String sortOrder, String children) {
    String head =
        "<query name=\"\" model=\"genomic\" view=\"%s\" sortOrder=\"%s\" longDescription=\"\""
            .formatted(view, sortOrder);
    return head + (children.isEmpty() ? "/>" : ">" + children + "</query>");
  }

  /** The cursor of a keyset loop: always with code A. */
  static String after(String key, long last) {
    return "<constraint path=\"%s\" op=\"&gt;\" code=\"A\" value=\"%d\"/>".formatted(key, last);
  }

  /** The rows of one keyset batch: always with code A. */
  static String oneOf(String key, List<Long> keys) {
    StringBuilder values = new StringBuilder();
    keys.forEach(k -> values.append("<value>").append(k).append("</value>"));
    return "<constraint path=\"%s\" op=\"ONE OF\" code=\"A\">%s</constraint>"
        .formatted(key, values);
  }
}
