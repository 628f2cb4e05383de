package dev.plumbline.runners.mine;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The response to one request; exactly one of its methods is to be called. */
final class Reply {

  private static final HttpField ANY_ORIGIN =
      new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
  private static final HttpField NO_CACHE = new PreEncodedHttpField(HttpHeader.PRAGMA, "no-cache");
  private static final HttpField REVALIDATE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "must-revalidate, max-age=0");
  private static final HttpField CHUNKED =
      new PreEncodedHttpField(HttpHeader.TRANSFER_ENCODING, "chunked");

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ServerCounters counters;

  Reply(Request request, Response response, Callback callback, ServerCounters counters) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.counters = counters;
    response.getHeaders().put(ANY_ORIGIN);
  }

  /** A small document of the service. */
  void plain(String contentType, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    send(List.of(ResultEnvelope.bytes(text)).iterator());
  }

  /** A result or an error in the place of one. */
  void data(int status, ResultFormat format, Iterator<ByteBuffer> body) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, format.contentType());
    headers.put("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"");
    headers.put(NO_CACHE);
    headers.put(REVALIDATE);
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
      headers.put(CHUNKED);
    }
    send(body);
  }

  void error(ResultFormat format, int status, String message) {
    ByteBuffer body =
        switch (format) {
          case JSON -> ResultEnvelope.jsonError(status, message);
          case COUNT -> ResultEnvelope.textError(status, message);
        };
    data(status, format, List.of(body).iterator());
  }

  /** A page such as the servlet container writes where the service does not answer itself. */
  void containerPage(int status, String reason) {
    response.setStatus(status);
    String title = "HTTP Status " + status + " \u2013 " + reason;
    plain(
        "text/html;charset=UTF-8",
        "<!doctype html><html lang=\"en\"><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1></body></html>");
  }

  void empty(int status) {
    response.setStatus(status);
    send(List.of(ByteBuffer.allocate(0)).iterator());
  }

  private void send(Iterator<ByteBuffer> body) {
    new BodyWriter(response, body, counters, callback).iterate();
  }
}
