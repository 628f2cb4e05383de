package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ReplyForm;
import dev.plumbline.runners.mine.format.ResultEnvelope;
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
  private final ServerCounters.UnderWay underWay;

  Reply(Request request, Response response, Callback callback, ServerCounters counters) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.counters = counters;
    this.underWay = counters.begin();
  }

  /** There will be none: the request has failed. */
  void abandon() {
    underWay.end();
  }

  /** A small document of our own. */
  void plain(String contentType, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    send(List.of(ResultEnvelope.bytes(text)).iterator());
  }

  /** A body of the service: a result, a document, or an error in the place of one. */
  void data(int status, ReplyForm form, Iterator<ByteBuffer> body) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    allowOrigin(headers);
    headers.put(HttpHeader.CONTENT_TYPE, form.contentType());
    headers.put("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"");
    headers.put(NO_CACHE);
    headers.put(REVALIDATE);
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
      headers.put(CHUNKED);
    }
    send(body);
  }

  private void allowOrigin(HttpFields.Mutable headers) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin == null || origin.isBlank()) {
      headers.put(ANY_ORIGIN);
    } else {
      headers.put("Access-Control-Allow-Origin", origin);
    }
  }

  /** An error of a request whose parameters could not be read, so that its format is unknown. */
  void unreadable(int status, String message) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    allowOrigin(headers);
    headers.put(HttpHeader.CONTENT_TYPE, "application/json;charset=UTF-8");
    send(List.of(ResultEnvelope.jsonError(status, message)).iterator());
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

  /** A status and nothing else. */
  void empty(int status) {
    response.setStatus(status);
    allowOrigin(response.getHeaders());
    send(List.of(ByteBuffer.allocate(0)).iterator());
  }

  private void send(Iterator<ByteBuffer> body) {
    Callback ending =
        new Callback.Nested(callback) {
          @Override
          public void failed(Throwable failure) {
            underWay.end();
            super.failed(failure);
          }
        };
    new BodyWriter(response, ending(body), counters, ending).iterate();
  }

  /** The same body; when its last piece is taken, the request is no longer under way. */
  private Iterator<ByteBuffer> ending(Iterator<ByteBuffer> body) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return body.hasNext();
      }

      @Override
      public ByteBuffer next() {
        ByteBuffer piece = body.next();
        if (!body.hasNext()) {
          underWay.end();
        }
        return piece;
      }
    };
  }
}
